package org.clew.cypher.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Who links to whom. Lists are in the order of type and link id, and go on after such a pair. */
public final class Links {
  /** Ends a query that binds {@code from}, {@code r} and {@code to}, for {@link #view}. */
  public static final String COLUMNS =
      """
      OPTIONAL MATCH (source:Source {id: r.source})
      RETURN r, type(r) AS type, from.id AS from, from.name AS fromName,
             to.id AS to, to.name AS toName, source.title AS sourceTitle, source.grade AS sourceGrade
      """;

  private static final String CONDITIONS =
      """
      WHERE r.id > $after AND r.count >= $minCount
        AND ($since IS NULL OR coalesce(r.lastSeen, r.firstSeen) IS NULL
             OR coalesce(r.lastSeen, r.firstSeen)
                >= left($since, size(coalesce(r.lastSeen, r.firstSeen))))
        AND ($until IS NULL OR coalesce(r.firstSeen, r.lastSeen) IS NULL
             OR left(coalesce(r.firstSeen, r.lastSeen), size($until)) <= $until)
      WITH from, r, to ORDER BY r.id LIMIT $limit
      """;

  private final GraphStore store;

  /** The links of a graph. */
  public Links(GraphStore store) {
    this.store = store;
  }

  /** Where a list goes on: after the link of that type and id. */
  public record Position(LinkType type, String id) {
    /** Before the first link. */
    public static Position start() {
      return new Position(types(Set.of()).get(0), "");
    }
  }

  /** Links that pass the filter, after a position, at most {@code limit}. */
  public List<LinkView> list(LinkFilter filter, Position after, int limit) {
    List<LinkView> links = new ArrayList<>();
    for (LinkType type : types(filter.types())) {
      int missing = limit - links.size();
      if (missing > 0 && type.name().compareTo(after.type().name()) >= 0) {
        links.addAll(ofType(filter, type, after, missing));
      }
    }
    return links;
  }

  /** The link of that id, if the graph has it. */
  public Optional<LinkView> find(String id) {
    return types(Set.of()).stream().flatMap(type -> byId(type, id)).findFirst();
  }

  private Stream<LinkView> byId(LinkType type, String id) {
    String query = "MATCH (from)-[r:«type» {id: $id}]->(to)\n" + COLUMNS;
    return store.read(typed(query, type), Map.of("id", id), Links::view).stream();
  }

  private List<LinkView> ofType(LinkFilter filter, LinkType type, Position after, int limit) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("after", type == after.type() ? after.id() : "");
    parameters.put("limit", limit);
    parameters.put("minCount", filter.minCount());
    parameters.put("since", day(filter.since()));
    parameters.put("until", lastDay(filter.until()));
    parameters.put("from", value(filter.from()));
    parameters.put("to", value(filter.to()));
    parameters.put("either", value(filter.either()));
    String query = pattern(filter) + CONDITIONS + COLUMNS + "ORDER BY r.id";
    return store.read(typed(query, type), nullable(parameters), Links::view);
  }

  private static String pattern(LinkFilter filter) {
    if (filter.either() != null) {
      return """
          MATCH (e:Entity {id: $either})-[r:«type»]-()
          WITH DISTINCT r, startNode(r) AS from, endNode(r) AS to
          """;
    }
    if (filter.from() != null && filter.to() != null) {
      return "MATCH (from:Entity {id: $from})-[r:«type»]->(to:Entity {id: $to})\n";
    }
    if (filter.from() != null) {
      return "MATCH (from:Entity {id: $from})-[r:«type»]->(to)\n";
    }
    return filter.to() != null
        ? "MATCH (from)-[r:«type»]->(to:Entity {id: $to})\n"
        : "MATCH (from)-[r:«type»]->(to)\n";
  }

  /** The type is that of an enum, never a text from outside. */
  private static String typed(String query, LinkType type) {
    return query.replace("«type»", type.name());
  }

  private static List<LinkType> types(Set<LinkType> wanted) {
    return Arrays.stream(LinkType.values())
        .filter(type -> wanted.isEmpty() || wanted.contains(type))
        .sorted(Comparator.comparing(LinkType::name))
        .toList();
  }

  private static @Nullable String value(@Nullable EntityId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable String day(@Nullable PartialDate date) {
    return date == null ? null : date.earliest().toString();
  }

  private static @Nullable String lastDay(@Nullable PartialDate date) {
    return date == null ? null : date.latest().toString();
  }

  @SuppressWarnings("NullAway") // the driver takes null values, its signature just does not say so
  private static Map<String, Object> nullable(Map<String, @Nullable Object> parameters) {
    return new HashMap<>(parameters);
  }

  /** The view that a row of {@code r, type, from, fromName, to, toName, source…} gives. */
  public static LinkView view(Record row) {
    Value r = row.get("r");
    LinkType type = LinkType.valueOf(row.get("type").asString());
    @Nullable String ownGrade = text(r.get("grade"));
    return new LinkView(
        r.get("id").asString(),
        new EntityId(row.get("from").asString()),
        row.get("fromName").asString(""),
        type,
        new EntityId(row.get("to").asString()),
        row.get("toName").asString(""),
        type.hypothesis().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        new EntityId(r.get("source").asString()),
        text(row.get("sourceTitle")),
        ownGrade == null ? text(row.get("sourceGrade")) : ownGrade,
        r.get("basis").asString("reported"),
        text(r.get("evidenceKind")),
        text(r.get("firstSeen")),
        text(r.get("lastSeen")),
        r.get("count").asLong(1),
        r.get("evidence").isNull() ? List.of() : r.get("evidence").asList(Value::asString),
        text(r.get("note")),
        text(r.get("status")));
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
