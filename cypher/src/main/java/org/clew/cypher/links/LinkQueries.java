package org.clew.cypher.links;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** The queries behind a list of links that pass one filter. */
final class LinkQueries {
  /** What dates and counts ask of a link {@code r}. */
  static final String CONDITIONS =
      """
      r.count >= $minCount
        AND ($since IS NULL OR coalesce(r.lastSeen, r.firstSeen) IS NULL
             OR coalesce(r.lastSeen, r.firstSeen)
                >= left($since, size(coalesce(r.lastSeen, r.firstSeen))))
        AND ($until IS NULL OR coalesce(r.firstSeen, r.lastSeen) IS NULL
             OR left(coalesce(r.firstSeen, r.lastSeen), size($until)) <= $until)
      """;

  private static final String AFTER =
      "WHERE (type(r) > $afterType OR (type(r) = $afterType AND r.id > $after)) AND ";

  private static final String FEW =
      "MATCH («e»:Entity {id: $entity}) WHERE COUNT { («e»)--() } <= $few\n";

  private static final String ORDER = "ORDER BY type, r.id";

  private static final String FIRST =
      "WITH from, r, to, type(r) AS name ORDER BY name, r.id LIMIT $limit\n";

  /** The inner match must not know the entity, or the planner would start from it. */
  private static final String WALK =
      """
      MATCH (e:Entity {id: $entity})
      CALL (e) {
        MATCH (from)-[r:«types»]->(to) USING INDEX SEEK r:«types»(id) WHERE r.id > $after
        WITH from, r, to ORDER BY r.id
        WITH from, r, to WHERE «ends»
        RETURN from, r, to LIMIT $limit
      }
      """;

  private final GraphStore store;
  private final LinkFilter filter;

  LinkQueries(GraphStore store, LinkFilter filter) {
    this.store = store;
    this.filter = filter;
  }

  /**
   * How many links of each type there are at the filter's entity, or in the graph where it names
   * none; those above zero, in the order given. Neo4j keeps these numbers, so that none is counted.
   */
  Map<LinkType, Long> degrees(List<LinkType> types) {
    String entity = value(entity());
    String pattern =
        entity == null
            ? "()-[:%s]->()"
            : filter.from() != null
                ? "(e)-[:%s]->()"
                : filter.to() != null ? "(e)<-[:%s]-()" : "(e)-[:%s]-()";
    String counts =
        types.stream()
            .map(type -> "COUNT { " + pattern.formatted(type.name()) + " } AS " + type.name())
            .collect(Collectors.joining(", "));
    if (types.isEmpty()) {
      return Map.of();
    }
    List<Record> rows =
        store.read(
            (entity == null ? "" : "MATCH (e:Entity {id: $entity})\n") + "RETURN " + counts,
            entity == null ? Map.of() : Map.of("entity", entity),
            row -> row);
    Map<LinkType, Long> degrees = new LinkedHashMap<>();
    for (Record row : rows) {
      for (LinkType type : types) {
        long degree = row.get(type.name()).asLong();
        if (degree > 0) {
          degrees.put(type, degree);
        }
      }
    }
    return degrees;
  }

  /** Whether walking the index until so many links are found takes fewer steps than the degree. */
  boolean isQuickerByIndex(LinkType type, long degree, int limit) {
    if (filter.since() != null || filter.until() != null || filter.minCount() > 1) {
      return false;
    }
    long all =
        store
            .read(
                "MATCH ()-[r:%s]->() RETURN count(r) AS n".formatted(type.name()),
                Map.of(),
                row -> row.get("n").asLong())
            .get(0);
    return (double) limit * all / degree < degree;
  }

  /** Reads all links of those types at the entity, and sorts. */
  List<LinkView> expand(List<LinkType> types, Links.Position after, int limit) {
    if (entity() == null && types.size() == 1) {
      return run(
          "MATCH (from)-[r:«types»]->(to) USING INDEX SEEK r:«types»(id) WHERE r.id > $after AND "
              + CONDITIONS
              + "WITH from, r, to ORDER BY r.id LIMIT $limit\n",
          types,
          after,
          limit);
    }
    return run(pattern() + AFTER + CONDITIONS + FIRST, types, after, limit);
  }

  /** Reads and sorts all links at the entity, if it has no more than that; else finds none. */
  List<LinkView> expandFew(List<LinkType> types, long few, Links.Position after, int limit) {
    Map<String, Object> parameters = parameters(types, after, limit);
    parameters.put("few", few);
    return store.read(
        typed(few() + AFTER + CONDITIONS + FIRST + Links.COLUMNS + ORDER, types),
        parameters,
        Links::view);
  }

  private String few() {
    String expand =
        filter.either() == null
            ? "MATCH (from)-[r:«types»]->(to)\n"
            : """
              MATCH (e)-[r:«types»]-()
              WITH DISTINCT r, startNode(r) AS from, endNode(r) AS to
              """;
    return FEW.replace("«e»", filter.either() != null ? "e" : filter.from() != null ? "from" : "to")
        + expand;
  }

  /** Walks the index over the ids of a type until enough links at the entity are found. */
  List<LinkView> walk(LinkType type, Links.Position after, int limit) {
    return entity() == null
        ? expand(List.of(type), after, limit)
        : run(walking(), List.of(type), after, limit);
  }

  String walking() {
    String ends =
        filter.from() != null ? "from = e" : filter.to() != null ? "to = e" : "from = e OR to = e";
    return WALK.replace("«ends»", ends);
  }

  private List<LinkView> run(
      String matching, List<LinkType> types, Links.Position after, int limit) {
    String query = matching + Links.COLUMNS + ORDER;
    return store.read(typed(query, types), parameters(types, after, limit), Links::view);
  }

  Map<String, Object> parameters(List<LinkType> types, Links.Position after, int limit) {
    Map<String, @Nullable Object> parameters = conditions(filter);
    boolean inFirst = types.get(0) == after.type();
    parameters.put("after", inFirst ? after.id() : "");
    parameters.put("afterType", inFirst ? after.type().name() : "");
    parameters.put("limit", limit);
    parameters.put("entity", value(entity()));
    parameters.put("from", value(filter.from()));
    parameters.put("to", value(filter.to()));
    return nullable(parameters);
  }

  private @Nullable EntityId entity() {
    if (filter.either() != null) {
      return filter.either();
    }
    return filter.from() != null ? filter.from() : filter.to();
  }

  private String pattern() {
    if (filter.either() != null) {
      return """
          MATCH (e:Entity {id: $entity})-[r:«types»]-()
          WITH DISTINCT r, startNode(r) AS from, endNode(r) AS to
          """;
    }
    String from = filter.from() == null ? "(from)" : "(from:Entity {id: $from})";
    String to = filter.to() == null ? "(to)" : "(to:Entity {id: $to})";
    return "MATCH " + from + "-[r:«types»]->" + to + "\n";
  }

  /** The parameters of {@link #CONDITIONS}. */
  static Map<String, @Nullable Object> conditions(LinkFilter filter) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    PartialDate since = filter.since();
    PartialDate until = filter.until();
    parameters.put("minCount", filter.minCount());
    parameters.put("since", since == null ? null : since.earliest().toString());
    parameters.put("until", until == null ? null : until.latest().toString());
    return parameters;
  }

  /** The types are those of an enum, never a text from outside. */
  static String typed(String query, List<LinkType> types) {
    return query.replace(
        "«types»", types.stream().map(LinkType::name).collect(Collectors.joining("|")));
  }

  @SuppressWarnings("NullAway") // the driver takes null values, its signature just does not say so
  static Map<String, Object> nullable(Map<String, @Nullable Object> parameters) {
    return new HashMap<>(parameters);
  }

  private static @Nullable String value(@Nullable EntityId id) {
    return id == null ? null : id.value();
  }
}
