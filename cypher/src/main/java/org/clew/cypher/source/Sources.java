package org.clew.cypher.source;

import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
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
        s.get("derivesFrom").isNull() ? List.of() : s.get("derivesFrom").asList(Value::asString));
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
