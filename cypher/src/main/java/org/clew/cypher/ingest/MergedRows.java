package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clew.cypher.ingest.DerivedEntity.Cited;
import org.clew.cypher.ingest.DerivedEntity.Description;
import org.clew.cypher.ingest.FactsById.Named;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.source.Source;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a stored graph and of facts that come to it: what {@link MergeGraphWriter} would
 * leave. What the facts do not touch is copied as it is.
 */
final class MergedRows implements ImportRows {
  private final StoredGraph stored;
  private final FactsById facts;

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
    this.facts = new FactsById(facts);
  }

  @Override
  public Iterator<Supplier<ImportNode>> nodes() {
    for (StoredGraph.Node source : stored.sources()) {
      String id = id(source.properties());
      storedSources.put(source.reference(), id);
      cited.put(id, Cited.of(source.properties()));
    }
    cited.putAll(facts.cited());
    return Stream.concat(
            ImportRows.stream(stored.nodes()).map(this::stored),
            facts.all().stream().filter(Named::isMissing).map(this::created))
        .iterator();
  }

  @Override
  public Iterator<Supplier<ImportRelationship>> relationships() {
    BitSet known = new BitSet(facts.links().size());
    Stream<Supplier<ImportRelationship>> before =
        ImportRows.stream(stored.relationships()).map(relationship -> stored(relationship, known));
    Stream<Supplier<ImportRelationship>> statements =
        facts.all().stream().flatMap(each -> each.statements().stream()).map(this::statement);
    Stream<Supplier<ImportRelationship>> added =
        IntStream.range(0, facts.links().size())
            .filter(place -> !known.get(place))
            .mapToObj(place -> () -> link(facts.links().get(place)));
    return Stream.concat(before, Stream.concat(statements, added)).iterator();
  }

  private Supplier<ImportNode> stored(StoredGraph.Node node) {
    int number = nodes++;
    place(node.reference(), number);
    Map<String, Object> properties = node.properties();
    if (node.labels().contains(GraphSchema.META)) {
      properties.put("schemaVersion", 0L);
      properties.computeIfPresent("graphVersion", (key, version) -> (Long) version + 1);
    }
    @Nullable Named again =
        node.labels().contains(GraphSchema.ENTITY) ? facts.find(id(properties)) : null;
    if (again != null) {
      again.setNumber(number);
      if (again.source() != null) {
        return source(again.source(), number, node.labels());
      }
      if (!again.statements().isEmpty()) {
        return described(node, number, again);
      }
    }
    return () -> new ImportNode(number, node.labels(), properties);
  }

  /** A stored entity that the facts describe, too. */
  private Supplier<ImportNode> described(StoredGraph.Node node, int number, Named again) {
    Map<String, StatedEntity> fresh = new LinkedHashMap<>();
    again.statements().forEach(stated -> fresh.put(stated.source().value(), stated));
    List<Description> descriptions = new ArrayList<>();
    for (StoredGraph.Relationship statement : stored.statements(node.reference())) {
      String source = storedSources.get(statement.to());
      @Nullable StatedEntity anew = fresh.remove(source);
      Map<String, Object> said = statement.properties();
      if (anew != null) {
        said = FactRows.saidAgain(said, anew);
        restated.put(statement.reference(), said);
      }
      descriptions.add(description(said, source));
    }
    again.setStatements(fresh.values());
    fresh.values().forEach(stated -> descriptions.add(description(stated)));
    return () ->
        new ImportNode(number, node.labels(), DerivedEntity.properties(again.id(), descriptions));
  }

  private Supplier<ImportNode> created(Named added) {
    int number = nodes++;
    added.setNumber(number);
    if (added.source() != null) {
      return source(added.source(), number, List.of(GraphSchema.ENTITY));
    }
    List<Description> descriptions = added.statements().stream().map(this::description).toList();
    return () ->
        new ImportNode(
            number,
            List.of(GraphSchema.ENTITY, added.id().kind().label()),
            DerivedEntity.properties(added.id(), descriptions));
  }

  private Supplier<ImportNode> source(Source source, int number, List<String> labels) {
    List<String> all = new ArrayList<>(labels);
    if (!all.contains(EntityKind.SOURCE.label())) {
      all.add(EntityKind.SOURCE.label());
    }
    return () -> new ImportNode(number, all, facts.properties(source));
  }

  private Supplier<ImportRelationship> stored(StoredGraph.Relationship relationship, BitSet known) {
    boolean statement = relationship.type().equals(GraphSchema.STATED_IN);
    int place = statement ? FactsById.NONE : facts.place(id(relationship.properties()));
    if (place != FactsById.NONE) {
      known.set(place);
    }
    @Nullable Map<String, Object> anew = statement ? restated.get(relationship.reference()) : null;
    return () ->
        new ImportRelationship(
            relationship.type(),
            numbers.get((int) relationship.from()),
            numbers.get((int) relationship.to()),
            place == FactsById.NONE
                ? anew == null ? relationship.properties() : anew
                : FactRows.statedAgain(
                    relationship.properties(), facts.properties(facts.links().get(place))));
  }

  private Supplier<ImportRelationship> statement(StatedEntity stated) {
    return () ->
        new ImportRelationship(
            GraphSchema.STATED_IN,
            facts.number(stated.entity().id()),
            facts.number(stated.source()),
            FactRows.properties(FactRows.of(stated)));
  }

  private ImportRelationship link(Link link) {
    return new ImportRelationship(
        link.type().name(),
        facts.number(link.from()),
        facts.number(link.to()),
        facts.properties(link));
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
    return by.says(said, source);
  }

  private void place(long reference, int number) {
    while (numbers.size() <= reference) {
      numbers.add(FactsById.NONE);
    }
    numbers.set((int) reference, number);
  }

  private static String id(Map<String, Object> properties) {
    return String.valueOf(properties.get(GraphSchema.ID));
  }
}
