package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clew.cypher.ingest.DerivedEntity.Description;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.source.Source;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a stored graph and of facts that come to it: what {@link MergeGraphWriter} would
 * leave. What the facts do not touch is copied as it is.
 */
final class MergedRows implements ImportRows {
  private static final int NOWHERE = -1;
  private static final int HEX = 16;

  private final StoredGraph stored;
  private final BulkFacts facts;
  private final List<Link> links = new ArrayList<>();

  /** By id: sources and entities of the facts, and ends of their links. */
  private final Map<String, Named> named = new LinkedHashMap<>();

  /** What counts of sources, by their ids. */
  private final Map<String, Cited> cited = new HashMap<>();

  /** The ids of the stored sources, by their references. */
  private final LongObjectHashMap<String> storedSources = new LongObjectHashMap<>();

  /** The numbers of stored nodes by their references. */
  private final IntArrayList numbers = new IntArrayList();

  /** What stored descriptions say now, by their references. */
  private final LongObjectHashMap<Map<String, Object>> restated = new LongObjectHashMap<>();

  private int nodes;

  /** The rows of both. The graph stays open until the importer is done. */
  MergedRows(StoredGraph stored, BulkFacts facts) {
    this.stored = stored;
    this.facts = facts;
  }

  private record Cited(double quality, String date) {
    static Cited of(Map<String, Object> source) {
      return new Cited(
          source.get("quality") instanceof Number quality ? quality.doubleValue() : 0,
          String.valueOf(source.getOrDefault("date", "")));
    }
  }

  /** What the facts say of one id, and the number of its node once that was taken. */
  private static final class Named {
    private @Nullable Source source;
    private List<StatedEntity> statements = List.of();
    private int number = NOWHERE;

    /** Whether it is to be made: an end of a link alone says nothing. */
    boolean isMissing() {
      return number == NOWHERE && (source != null || !statements.isEmpty());
    }
  }

  @Override
  public Iterator<Supplier<ImportNode>> nodes() {
    for (StoredGraph.Node source : stored.sources()) {
      String id = id(source.properties());
      storedSources.put(source.reference(), id);
      cited.put(id, Cited.of(source.properties()));
    }
    takeFacts();
    return Stream.concat(
            stream(stored.nodes()).map(this::stored),
            named.entrySet().stream()
                .filter(each -> each.getValue().isMissing())
                .map(each -> created(each.getKey(), each.getValue())))
        .iterator();
  }

  @Override
  public Iterator<Supplier<ImportRelationship>> relationships() {
    LongIntHashMap places = new LongIntHashMap(links.size());
    for (int i = 0; i < links.size(); i++) {
      places.put(Long.parseUnsignedLong(links.get(i).id(), HEX), i);
    }
    BitSet known = new BitSet(links.size());
    Stream<Supplier<ImportRelationship>> before =
        stream(stored.relationships()).map(relationship -> stored(relationship, places, known));
    Stream<Supplier<ImportRelationship>> statements =
        named.values().stream().flatMap(each -> each.statements.stream()).map(this::statement);
    Stream<Supplier<ImportRelationship>> added =
        IntStream.range(0, links.size())
            .filter(place -> !known.get(place))
            .mapToObj(place -> () -> link(links.get(place)));
    return Stream.concat(before, Stream.concat(statements, added)).iterator();
  }

  private void takeFacts() {
    for (Source source : facts.sources()) {
      named(source.id()).source = source;
      cited.put(source.id().value(), Cited.of(FactRows.properties(FactRows.of(source, Map.of()))));
    }
    facts
        .entities()
        .forEachRemaining(
            stated -> {
              Named entity = named(stated.entity().id());
              if (entity.statements.isEmpty()) {
                entity.statements = new ArrayList<>(1);
              }
              entity.statements.add(stated);
              named(stated.source());
            });
    facts
        .links()
        .forEachRemaining(
            link -> {
              links.add(link);
              named(link.from());
              named(link.to());
            });
  }

  private Named named(EntityId id) {
    return named.computeIfAbsent(id.value(), key -> new Named());
  }

  private Supplier<ImportNode> stored(StoredGraph.Node node) {
    int number = nodes++;
    place(node.reference(), number);
    List<String> labels = node.labels();
    Map<String, Object> properties = node.properties();
    if (labels.contains(GraphSchema.META)) {
      properties.put("schemaVersion", 0L);
      properties.computeIfPresent("graphVersion", (key, version) -> (Long) version + 1);
    }
    @Nullable Named again = labels.contains(GraphSchema.ENTITY) ? named.get(id(properties)) : null;
    if (again != null) {
      again.number = number;
      if (again.source != null) {
        requireNoStatement(again, again.source);
        return source(again.source, number, labels);
      }
      if (!again.statements.isEmpty()) {
        return described(node, number, again);
      }
    }
    return () -> new ImportNode(number, labels, properties);
  }

  /** A stored entity that the facts describe, too. */
  private Supplier<ImportNode> described(StoredGraph.Node node, int number, Named again) {
    EntityId id = again.statements.get(0).entity().id();
    Map<String, StatedEntity> fresh = new LinkedHashMap<>();
    again.statements.forEach(stated -> fresh.put(stated.source().value(), stated));
    List<Description> descriptions = new ArrayList<>();
    for (StoredGraph.Relationship statement : stored.statements(node.reference())) {
      String source = storedSources.get(statement.to());
      @Nullable StatedEntity anew = fresh.remove(source);
      Map<String, Object> said = statement.properties();
      if (anew != null) {
        said = said(said, anew);
        restated.put(statement.reference(), said);
      }
      descriptions.add(description(said, source));
    }
    again.statements = List.copyOf(fresh.values());
    fresh.values().forEach(stated -> descriptions.add(description(stated)));
    return () -> new ImportNode(number, node.labels(), DerivedEntity.properties(id, descriptions));
  }

  private Supplier<ImportNode> created(String id, Named added) {
    int number = nodes++;
    added.number = number;
    if (added.source != null) {
      requireNoStatement(added, added.source);
      return source(added.source, number, List.of(GraphSchema.ENTITY, EntityKind.SOURCE.label()));
    }
    EntityId entity = new EntityId(id);
    List<Description> descriptions = added.statements.stream().map(this::description).toList();
    return () ->
        new ImportNode(
            number,
            List.of(GraphSchema.ENTITY, entity.kind().label()),
            DerivedEntity.properties(entity, descriptions));
  }

  private Supplier<ImportNode> source(Source source, int number, List<String> labels) {
    List<String> all = new ArrayList<>(labels);
    if (!all.contains(EntityKind.SOURCE.label())) {
      all.add(EntityKind.SOURCE.label());
    }
    return () ->
        new ImportNode(
            number, all, FactRows.properties(FactRows.of(source, measures(source.id().value()))));
  }

  /** What a source says when it says something again: a mention adds, all else replaces. */
  private static Map<String, Object> said(Map<String, Object> before, StatedEntity again) {
    Map<String, Object> row = FactRows.of(again);
    if (!FactRows.isMention(again.entity())) {
      return FactRows.properties(row);
    }
    Map<String, Object> both = new HashMap<>(before);
    both.putAll(again.entity().attributes());
    both.values().removeIf(List.of()::equals);
    return both;
  }

  private Supplier<ImportRelationship> stored(
      StoredGraph.Relationship relationship, LongIntHashMap places, BitSet known) {
    int place = place(relationship, places);
    if (place != NOWHERE) {
      known.set(place);
    }
    @Nullable Map<String, Object> anew = restated.get(relationship.reference());
    return () ->
        new ImportRelationship(
            relationship.type(),
            numbers.get((int) relationship.from()),
            numbers.get((int) relationship.to()),
            place == NOWHERE
                ? anew == null ? relationship.properties() : anew
                : updated(relationship.properties(), links.get(place)));
  }

  /** A claim's status is the analyst's and outlasts what a source says again. */
  private Map<String, Object> updated(Map<String, Object> before, Link link) {
    Map<String, Object> properties = properties(link);
    @Nullable Object status = before.get(GraphSchema.STATUS);
    if (status != null) {
      properties.put(GraphSchema.STATUS, status);
    }
    return properties;
  }

  private Supplier<ImportRelationship> statement(StatedEntity stated) {
    return () ->
        new ImportRelationship(
            GraphSchema.STATED_IN,
            number(stated.entity().id()),
            number(stated.source()),
            FactRows.properties(FactRows.of(stated)));
  }

  private ImportRelationship link(Link link) {
    return new ImportRelationship(
        link.type().name(), number(link.from()), number(link.to()), properties(link));
  }

  private Map<String, Object> properties(Link link) {
    return FactRows.properties(
        FactRows.of(link, facts.measures().isEmpty() ? Map.of() : measures(link.id())));
  }

  private Map<String, Object> measures(String id) {
    return facts.measures().getOrDefault(id, Collections.emptySortedMap());
  }

  private Description description(StatedEntity stated) {
    return description(FactRows.said(stated), stated.source().value());
  }

  private Description description(Map<String, Object> said, String source) {
    @Nullable Cited by = cited.get(source);
    if (by == null) {
      throw new ClewException(
          Reason.UNREADABLE, "A row names the source '" + source + "', which is not in the graph.");
    }
    return new Description(said, by.quality(), by.date(), source);
  }

  private long number(EntityId id) {
    @Nullable Named end = named.get(id.value());
    if (end == null || end.number == NOWHERE) {
      throw new ClewException(
          Reason.UNREADABLE, "A link names '" + id + "', of which nothing is said.");
    }
    return end.number;
  }

  private void place(long reference, int number) {
    while (numbers.size() <= reference) {
      numbers.add(NOWHERE);
    }
    numbers.set((int) reference, number);
  }

  /** Which of the facts' links a stored one is, by the 16 hex digits of its id. */
  private static int place(StoredGraph.Relationship relationship, LongIntHashMap places) {
    String id = id(relationship.properties());
    if (places.isEmpty()
        || id.length() != HEX
        || relationship.type().equals(GraphSchema.STATED_IN)) {
      return NOWHERE;
    }
    try {
      return places.getIfAbsent(Long.parseUnsignedLong(id, HEX), NOWHERE);
    } catch (NumberFormatException e) {
      return NOWHERE;
    }
  }

  private static void requireNoStatement(Named named, Source source) {
    if (!named.statements.isEmpty()) {
      throw new ClewException(
          Reason.UNREADABLE, "The entity '" + source.id() + "' is described twice.");
    }
  }

  private static String id(Map<String, Object> properties) {
    return String.valueOf(properties.get(GraphSchema.ID));
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
  }
}
