package org.clew.cypher.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** What is loaded. */
public final class Sources {
  private static final String LIST =
      """
      MATCH (s:Source) WHERE s.id > $after
      RETURN s ORDER BY s.id LIMIT $limit
      """;

  private final GraphStore store;

  /** The sources of a graph. */
  public Sources(GraphStore store) {
    this.store = store;
  }

  /** Sources after an id, in the order of the ids. */
  public List<SourceView> list(String afterId, int limit) {
    return store.read(LIST, Map.of("after", afterId, "limit", limit), Sources::view);
  }

  /** All sources as the model knows them, in the order of their ids. */
  public List<Source> all() {
    return store.read("MATCH (s:Source) RETURN s ORDER BY s.id", Map.of(), Sources::source);
  }

  /** The title of each source. */
  public Map<EntityId, String> titles() {
    Map<EntityId, String> titles = new HashMap<>();
    all().forEach(source -> titles.put(source.id(), source.title()));
    return titles;
  }

  private static Source source(Record row) {
    SourceView view = view(row);
    String date = view.date();
    String tlp = view.tlp();
    return new Source(
        view.id(),
        view.title(),
        view.publisher(),
        date == null ? null : new PartialDate(date),
        Grade.parse(view.grade()),
        view.licence(),
        view.url(),
        view.sha256(),
        view.file(),
        view.format(),
        view.derivesFrom().stream().map(EntityId::new).toList(),
        tlp == null ? null : Tlp.ofWord(tlp));
  }

  /** The view that the node {@code s} of a row gives. */
  public static SourceView view(Record row) {
    Value s = row.get("s");
    return new SourceView(
        new EntityId(s.get("id").asString()),
        s.get("title").asString(""),
        text(s.get("publisher")),
        text(s.get("date")),
        s.get("grade").asString("F6"),
        text(s.get("licence")),
        text(s.get("url")),
        text(s.get("sha256")),
        text(s.get("file")),
        text(s.get("format")),
        s.get("derivesFrom").isNull() ? List.of() : s.get("derivesFrom").asList(Value::asString),
        text(s.get("tlp")));
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
