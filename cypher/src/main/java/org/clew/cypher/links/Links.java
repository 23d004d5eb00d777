package org.clew.cypher.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Who links to whom. Lists are in the order of type and link id, and go on after such a pair. */
public final class Links {
  /** Ends a query that binds {@code from}, {@code r} and {@code to}, for {@link #view}. */
  public static final String COLUMNS =
      """
      OPTIONAL MATCH (source:Entity {id: r.source})
      RETURN r, type(r) AS type, from.id AS from, from.name AS fromName,
             to.id AS to, to.name AS toName, source.title AS sourceTitle, source.grade AS sourceGrade
      """;

  private static final String BY_ID = byId();

  /** Up to this many links of an entity are read and sorted whatever their number in the graph. */
  private static final long FEW = 2_000;

  /** Made once: an export shows millions of them. */
  private static final Map<Hypothesis, String> WORDS = words();

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

  /**
   * Links that pass the filter, after a position, at most {@code limit}.
   *
   * <p>What a page costs: with d links of a type at the entity asked for and N in the graph, the
   * lesser of d and limit·N/d steps where no date or count is asked for, so never more than the
   * square root of limit·N; else d. Ids of links are hashes, so those of one entity lie evenly
   * among all in the index over them, and a hub's next ones are found by walking that index.
   */
  public List<LinkView> list(LinkFilter filter, Position after, int limit) {
    List<LinkType> types =
        types(filter.types()).stream()
            .filter(type -> type.name().compareTo(after.type().name()) >= 0)
            .toList();
    LinkQueries queries = new LinkQueries(store, filter);
    if (types.isEmpty()) {
      return List.of();
    }
    if (filter.from() != null && filter.to() != null) {
      return queries.expand(types, after, limit);
    }
    List<LinkView> few = filter.isAtOne() ? queries.expandFew(types, FEW, after, limit) : List.of();
    return few.isEmpty() ? listOfOne(queries, queries.degrees(types), after, limit) : few;
  }

  private List<LinkView> listOfOne(
      LinkQueries queries, Map<LinkType, Long> degrees, Position after, int limit) {
    List<LinkType> types = List.copyOf(degrees.keySet());
    if (degrees.values().stream().mapToLong(Long::longValue).sum() <= FEW) {
      return types.isEmpty() ? List.of() : queries.expand(types, after, limit);
    }
    List<LinkView> links = new ArrayList<>();
    for (LinkType type : types) {
      int missing = limit - links.size();
      if (missing > 0) {
        long degree = degrees.getOrDefault(type, 0L);
        links.addAll(
            degree > FEW && queries.isQuickerByIndex(type, degree, missing)
                ? queries.walk(type, after, missing)
                : queries.expand(List.of(type), after, missing));
      }
    }
    return links;
  }

  /** The link of that id, if the graph has it. */
  public Optional<LinkView> find(String id) {
    return store.read(BY_ID, Map.of("id", id), Links::view).stream().findFirst();
  }

  /** An index holds the ids of one type, so each is asked. */
  private static String byId() {
    return types(Set.of()).stream()
        .map(
            type -> "MATCH (from)-[r:%s {id: $id}]->(to) RETURN from, r, to".formatted(type.name()))
        .collect(Collectors.joining("\nUNION ALL\n", "CALL () {\n", "\n}\n" + COLUMNS));
  }

  static List<LinkType> types(Set<LinkType> wanted) {
    return Arrays.stream(LinkType.values())
        .filter(type -> wanted.isEmpty() || wanted.contains(type))
        .sorted(Comparator.comparing(LinkType::name))
        .toList();
  }

  /** The view that a row of {@code r, type, from, fromName, to, toName, source…} gives. */
  public static LinkView view(Record row) {
    Value r = row.get("r");
    return view(
        r,
        new EntityId(row.get("from").asString()),
        row.get("fromName").asString(""),
        LinkType.valueOf(row.get("type").asString()),
        new EntityId(row.get("to").asString()),
        row.get("toName").asString(""),
        new EntityId(r.get("source").asString()),
        text(row.get("sourceTitle")),
        text(row.get("sourceGrade")));
  }

  /** The view that the properties of a link and what is known of its ends and its source give. */
  public static LinkView view(
      Value link,
      EntityId from,
      String fromName,
      LinkType type,
      EntityId to,
      String toName,
      EntityId source,
      @Nullable String sourceTitle,
      @Nullable String sourceGrade) {
    @Nullable String ownGrade = text(link.get("grade"));
    Value evidence = link.get("evidence");
    return new LinkView(
        link.get("id").asString(),
        from,
        fromName,
        type,
        to,
        toName,
        WORDS.getOrDefault(type.hypothesis(), ""),
        source,
        sourceTitle,
        ownGrade == null ? sourceGrade : ownGrade,
        link.get("basis").asString("reported"),
        text(link.get("evidenceKind")),
        text(link.get("firstSeen")),
        text(link.get("lastSeen")),
        link.get("count").asLong(1),
        evidence.isNull() ? List.of() : evidence.asList(Value::asString),
        text(link.get("note")),
        text(link.get("status")));
  }

  private static Map<Hypothesis, String> words() {
    Map<Hypothesis, String> words = new EnumMap<>(Hypothesis.class);
    for (Hypothesis hypothesis : Hypothesis.values()) {
      words.put(hypothesis, hypothesis.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return words;
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
