package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clew.cypher.ingest.DerivedEntity.Cited;
import org.clew.cypher.ingest.DerivedEntity.Description;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/** The rows of facts that fill an empty graph. */
final class StatedRows implements ImportRows {
  private final BulkFacts facts;
  private final long graphVersion;
  private final Map<EntityId, Integer> numbers = new HashMap<>();
  private final Map<EntityId, Cited> sources = new HashMap<>();
  private final List<StatedEntity> statements = new ArrayList<>();
  private int nodes;

  /** The rows of facts, and of what the graph says about itself. */
  StatedRows(BulkFacts facts, long graphVersion) {
    this.facts = facts;
    this.graphVersion = graphVersion;
  }

  @Override
  public Iterator<Supplier<ImportNode>> nodes() {
    List<Supplier<ImportNode>> first = new ArrayList<>();
    first.add(
        mark(
            GraphSchema.META,
            Map.of(GraphSchema.ID, "graph", "schemaVersion", 0L, "graphVersion", graphVersion)));
    facts.sources().forEach(source -> first.add(source(source)));
    return Stream.concat(first.stream(), ImportRows.stream(new Described())).iterator();
  }

  @Override
  public Iterator<Supplier<ImportRelationship>> relationships() {
    return Stream.<Supplier<ImportRelationship>>concat(
            statements.stream().map(stated -> () -> statement(stated)),
            ImportRows.stream(facts.links()).map(link -> () -> link(link)))
        .iterator();
  }

  /** The number of the node of an entity whose node was taken. */
  private long number(EntityId id) {
    @Nullable Integer number = numbers.get(id);
    if (number == null) {
      throw new ClewException(
          Reason.UNREADABLE, "A link names '" + id + "', of which nothing is said.");
    }
    return number;
  }

  private Supplier<ImportNode> mark(String label, Map<String, Object> properties) {
    int number = nodes++;
    return () -> new ImportNode(number, List.of(label), properties);
  }

  private Supplier<ImportNode> source(Source source) {
    Map<String, Object> properties =
        FactRows.properties(FactRows.of(source, measures(source.id()::value)));
    sources.put(source.id(), Cited.of(properties));
    int number = next(source.id());
    return () -> node(number, EntityKind.SOURCE, properties);
  }

  private Supplier<ImportNode> entity(List<StatedEntity> descriptions) {
    EntityId id = descriptions.get(0).entity().id();
    int number = next(id);
    List<Description> graded =
        descriptions.stream().map(stated -> description(stated, cited(stated.source()))).toList();
    statements.addAll(descriptions);
    return () -> node(number, id.kind(), DerivedEntity.properties(id, graded));
  }

  private static Description description(StatedEntity stated, Cited source) {
    return source.says(FactRows.said(stated), stated.source().value());
  }

  private static ImportNode node(int number, EntityKind kind, Map<String, Object> properties) {
    return new ImportNode(number, List.of(GraphSchema.ENTITY, kind.label()), properties);
  }

  private ImportRelationship statement(StatedEntity stated) {
    return new ImportRelationship(
        GraphSchema.STATED_IN,
        number(stated.entity().id()),
        number(stated.source()),
        FactRows.properties(FactRows.of(stated)));
  }

  private ImportRelationship link(Link link) {
    return new ImportRelationship(
        link.type().name(),
        number(link.from()),
        number(link.to()),
        FactRows.properties(FactRows.of(link, measures(link::id))));
  }

  /** An id is a hash, which few loads need here. */
  private Map<String, Object> measures(Supplier<String> id) {
    return facts.measures().isEmpty()
        ? Map.of()
        : facts.measures().getOrDefault(id.get(), Collections.emptySortedMap());
  }

  private Cited cited(EntityId id) {
    @Nullable Cited source = sources.get(id);
    if (source == null) {
      throw new ClewException(
          Reason.UNREADABLE, "A row names the source '" + id + "', which is not in the graph.");
    }
    return source;
  }

  private int next(EntityId id) {
    int number = nodes++;
    if (numbers.put(id, number) != null) {
      throw new ClewException(Reason.UNREADABLE, "The entity '" + id + "' is described twice.");
    }
    return number;
  }

  /** Entities, each with all its descriptions, which stand side by side. */
  private final class Described implements Iterator<Supplier<ImportNode>> {
    private @Nullable StatedEntity ahead;

    @Override
    public boolean hasNext() {
      return ahead != null || facts.entities().hasNext();
    }

    @Override
    public Supplier<ImportNode> next() {
      StatedEntity first = ahead == null ? facts.entities().next() : ahead;
      List<StatedEntity> descriptions = new ArrayList<>(1);
      descriptions.add(first);
      ahead = null;
      while (ahead == null && facts.entities().hasNext()) {
        StatedEntity next = facts.entities().next();
        if (next.entity().id().equals(first.entity().id())) {
          descriptions.add(next);
        } else {
          ahead = next;
        }
      }
      return entity(descriptions);
    }
  }
}
