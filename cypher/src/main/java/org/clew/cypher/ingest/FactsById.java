package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.ingest.DerivedEntity.Cited;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.source.Source;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.jspecify.annotations.Nullable;

/** Facts in memory, by the ids of what they are about. */
final class FactsById {
  /** No node, or no link. */
  static final int NONE = -1;

  private static final int HEX = 16;

  private final Map<String, Named> named = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final LongIntHashMap places = new LongIntHashMap();
  private final BulkFacts facts;

  /** What the facts say of one id, and the number of its node once that was taken. */
  static final class Named {
    private final EntityId id;
    private @Nullable Source source;
    private List<StatedEntity> statements = List.of();
    private int number = NONE;

    private Named(EntityId id) {
      this.id = id;
    }

    EntityId id() {
      return id;
    }

    @Nullable Source source() {
      return source;
    }

    /** What is said that was not said before. */
    List<StatedEntity> statements() {
      return statements;
    }

    void setStatements(Collection<StatedEntity> left) {
      statements = List.copyOf(left);
    }

    void setNumber(int number) {
      this.number = number;
    }

    /**
     * Whether there is no node yet and there has to be one: an end of a link alone says nothing.
     */
    boolean isMissing() {
      return number == NONE && (source != null || !statements.isEmpty());
    }
  }

  /** Reads all of the facts. */
  FactsById(BulkFacts facts) {
    this.facts = facts;
    facts.sources().forEach(source -> named(source.id()).source = source);
    facts.entities().forEachRemaining(this::add);
    facts.links().forEachRemaining(this::add);
  }

  /** Sources, entities and ends of links, in the order in which they were met. */
  Collection<Named> all() {
    return named.values();
  }

  @Nullable Named find(String id) {
    return named.get(id);
  }

  /**
   * The number of the node of an id.
   *
   * @throws ClewException UNREADABLE when there is none
   */
  long number(EntityId id) {
    @Nullable Named end = named.get(id.value());
    if (end == null || end.number == NONE) {
      throw new ClewException(
          Reason.UNREADABLE, "A link names '" + id + "', of which nothing is said.");
    }
    return end.number;
  }

  /** What counts of each source. */
  Map<String, Cited> cited() {
    Map<String, Cited> cited = new HashMap<>();
    for (Source source : facts.sources()) {
      cited.put(source.id().value(), Cited.of(properties(source)));
    }
    return cited;
  }

  /** The links; what a place is among them. */
  List<Link> links() {
    return links;
  }

  /** The place of the link of that id, {@link #NONE} when it is not here. */
  int place(String id) {
    if (id.length() != HEX || places.isEmpty()) {
      return NONE;
    }
    try {
      return places.getIfAbsent(Long.parseUnsignedLong(id, HEX), NONE);
    } catch (NumberFormatException e) {
      return NONE;
    }
  }

  Map<String, Object> properties(Source source) {
    return FactRows.properties(FactRows.of(source, measures(source.id().value())));
  }

  Map<String, Object> properties(Link link) {
    return FactRows.properties(
        FactRows.of(link, facts.measures().isEmpty() ? Map.of() : measures(link.id())));
  }

  private Map<String, Object> measures(String id) {
    return facts.measures().getOrDefault(id, Collections.emptySortedMap());
  }

  private void add(StatedEntity stated) {
    Named entity = named(stated.entity().id());
    if (entity.source != null) {
      throw new ClewException(
          Reason.UNREADABLE, "The entity '" + entity.id + "' is described twice.");
    }
    if (entity.statements.isEmpty()) {
      entity.statements = new ArrayList<>(1);
    }
    entity.statements.add(stated);
    named(stated.source());
  }

  /** The id of a link is 16 hex digits. */
  private void add(Link link) {
    places.put(Long.parseUnsignedLong(link.id(), HEX), links.size());
    links.add(link);
    named(link.from());
    named(link.to());
  }

  private Named named(EntityId id) {
    return named.computeIfAbsent(id.value(), key -> new Named(id));
  }
}
