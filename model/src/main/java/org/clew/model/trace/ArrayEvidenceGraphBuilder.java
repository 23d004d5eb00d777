package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/** Collects control evidence, first the links, then what is known of the entities they join. */
public final class ArrayEvidenceGraphBuilder {
  private final long version;
  private final List<Source> sources = new ArrayList<>();
  private final Map<EntityId, Integer> sourceNumbers = new HashMap<>();
  private final List<EntityId> ids = new ArrayList<>();
  private final Map<EntityId, Integer> nodes = new HashMap<>();
  private final Map<Integer, NodeFacts> facts = new HashMap<>();
  private final List<String> kinds = new ArrayList<>();
  private final Map<String, Integer> kindNumbers = new HashMap<>();
  private final LinkColumns links = new LinkColumns();

  /**
   * Begins a graph.
   *
   * @param version the version of the graph it is read from
   * @param sources the sources that are known; one that only a link names has the unknown grade
   */
  public ArrayEvidenceGraphBuilder(long version, Collection<Source> sources) {
    this.version = version;
    sources.forEach(this::add);
  }

  /**
   * Adds a link, once.
   *
   * @param id its id, 16 hex digits
   * @param evidenceKind the kind it names itself; null for the type's or indicator's own
   * @param grade its own grade; null for its source's
   * @param reported whether it is a statement without identifiers
   */
  public void link(
      String id,
      EntityId from,
      LinkType type,
      EntityId to,
      EntityId source,
      @Nullable String evidenceKind,
      @Nullable Grade grade,
      DaySpan days,
      boolean reported) {
    if (!sourceNumbers.containsKey(source)) {
      add(
          new Source(
              source,
              source.local(),
              null,
              null,
              Grade.UNKNOWN,
              null,
              null,
              null,
              null,
              null,
              List.of()));
    }
    links.add(
        id,
        number(from, ids, nodes),
        type,
        number(to, ids, nodes),
        number(source, List.of(), sourceNumbers),
        evidenceKind == null ? EvidenceGraph.NONE : number(evidenceKind, kinds, kindNumbers),
        grade,
        days,
        reported);
  }

  /** Whether a link that was added joins the entity to anything. */
  public boolean joins(EntityId id) {
    return nodes.containsKey(id);
  }

  /** Says what is known of an entity that a link joins; anything else is passed over. */
  public void describe(EntityId id, Collection<Entity> descriptions) {
    Integer node = nodes.get(id);
    NodeFacts known = NodeFacts.of(id, descriptions);
    if (node != null && !known.equals(NodeFacts.of(id, List.of()))) {
      facts.put(node, known);
    }
  }

  /** The graph; the builder is used up. */
  public ArrayEvidenceGraph build(ArrayEvidenceGraph.LinkReader reader) {
    return new ArrayEvidenceGraph(this, reader);
  }

  private void add(Source source) {
    if (sourceNumbers.putIfAbsent(source.id(), sources.size()) == null) {
      sources.add(source);
    }
  }

  private static <T> int number(T value, List<T> all, Map<T, Integer> numbers) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    numbers.put(value, all.size());
    all.add(value);
    return all.size() - 1;
  }

  long version() {
    return version;
  }

  List<Source> sources() {
    return sources;
  }

  List<EntityId> ids() {
    return ids;
  }

  Map<EntityId, Integer> nodes() {
    return nodes;
  }

  Map<Integer, NodeFacts> facts() {
    return facts;
  }

  List<String> kinds() {
    return kinds;
  }

  LinkColumns links() {
    return links;
  }
}
