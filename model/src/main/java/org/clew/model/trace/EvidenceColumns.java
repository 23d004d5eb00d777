package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * Control evidence as it is read: entities, sources and kinds by the number they got when they were
 * first named, links column by column. Some 50 bytes a link and 150 an entity.
 */
public final class EvidenceColumns {
  private final List<EntityId> ids = new ArrayList<>();
  private final Map<EntityId, Integer> nodes = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final Map<EntityId, Integer> sourceNumbers = new HashMap<>();
  private final List<String> kinds = new ArrayList<>();
  private final Map<String, Integer> kindNumbers = new HashMap<>();
  private final LinkColumns links = new LinkColumns();

  /**
   * No evidence yet.
   *
   * @param sources the sources that are known; one that only a link names has the unknown grade
   */
  public EvidenceColumns(Collection<Source> sources) {
    sources.forEach(this::add);
  }

  /** The number of an entity, a new one where it has none. */
  public int node(EntityId id) {
    Integer known = nodes.putIfAbsent(id, ids.size());
    if (known == null) {
      ids.add(id);
      return ids.size() - 1;
    }
    return known;
  }

  /** The number of an entity, {@link EvidenceGraph#NONE} where it has none. */
  public int find(EntityId id) {
    return nodes.getOrDefault(id, EvidenceGraph.NONE);
  }

  /** The entity of a number. */
  public EntityId id(int node) {
    return ids.get(node);
  }

  /** How many entities there are. */
  int nodes() {
    return ids.size();
  }

  /** The source of a number. */
  public Source source(int number) {
    return sources.get(number);
  }

  /** All sources. */
  List<Source> sources() {
    return Collections.unmodifiableList(sources);
  }

  /**
   * Adds a link, which was not added before.
   *
   * @param id its id, 16 hex digits
   * @param evidenceKind the kind it names itself; null for the type's or indicator's own
   * @param grade its own grade; null for its source's
   * @param reported whether it is a statement without identifiers
   * @return its number
   */
  public int link(
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
      add(Source.onlyNamed(source));
    }
    links.add(
        id,
        node(from),
        type,
        node(to),
        sourceNumbers.getOrDefault(source, EvidenceGraph.NONE),
        evidenceKind == null ? EvidenceGraph.NONE : kind(evidenceKind),
        grade,
        days,
        reported);
    return links.size() - 1;
  }

  /** The id of a link. */
  public String linkId(int link) {
    return links.id(link);
  }

  /** What is needed to read a link whole. */
  public LinkKey key(int link) {
    return new LinkKey(links.id(link), id(links.from(link)), links.type(link), id(links.to(link)));
  }

  /**
   * The links of one node.
   *
   * @param numbers all of them, each once, in any order
   */
  public Adjacency adjacency(int node, Collection<Integer> numbers) {
    int[] entries =
        numbers.stream()
            .map(link -> 2 * link + (links.from(link) == node ? 0 : 1))
            .sorted(
                (a, b) -> {
                  int byNeighbour = Integer.compare(neighbour(a), neighbour(b));
                  return byNeighbour != 0
                      ? byNeighbour
                      : Long.compareUnsigned(links.number(a >>> 1), links.number(b >>> 1));
                })
            .mapToInt(Integer::intValue)
            .toArray();
    int[] neighbours = Arrays.stream(entries).map(this::neighbour).toArray();
    return new ColumnAdjacency(this, entries, neighbours, 0, entries.length);
  }

  private int neighbour(int entry) {
    return (entry & 1) == 0 ? links.to(entry >>> 1) : links.from(entry >>> 1);
  }

  /** The kind of evidence of a number. */
  String kind(int number) {
    return kinds.get(number);
  }

  LinkColumns links() {
    return links;
  }

  private int kind(String name) {
    Integer known = kindNumbers.putIfAbsent(name, kinds.size());
    if (known == null) {
      kinds.add(name);
      return kinds.size() - 1;
    }
    return known;
  }

  private void add(Source source) {
    if (sourceNumbers.putIfAbsent(source.id(), sources.size()) == null) {
      sources.add(source);
    }
  }
}
