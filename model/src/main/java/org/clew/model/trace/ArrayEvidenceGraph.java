package org.clew.model.trace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.Provenance;
import org.clew.model.links.Link;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * All control evidence in arrays, as it stood at one version: compressed rows by node, sorted by
 * neighbour and link id. It never changes, so that any number of traces may read it at a time, and
 * what one of them weighed the next need not. Some 50 bytes a link and 150 a node; texts that only
 * a result shows are read when one is written.
 */
public final class ArrayEvidenceGraph implements EvidenceGraph {
  private final long version;
  private final LinkReader reader;
  private final Provenance provenance;
  private final Map<Integer, NodeFacts> facts;
  private final EvidenceColumns columns;
  private final LinkRowsByNode rows;
  private final int[] degrees;
  private volatile @Nullable KnownHops knownHops;

  ArrayEvidenceGraph(
      long version, EvidenceColumns columns, Map<Integer, NodeFacts> facts, LinkReader reader) {
    this.version = version;
    this.reader = reader;
    this.provenance = new Provenance(columns.sources());
    this.facts = facts;
    this.columns = columns;
    this.rows = LinkRowsByNode.of(columns.links(), columns.nodes());
    this.degrees =
        IntStream.range(0, columns.nodes()).map(node -> adjacency(node).neighbours()).toArray();
  }

  /** How many links there are. */
  public int size() {
    return columns.links().size();
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public int node(EntityId id) {
    return columns.find(id);
  }

  @Override
  public EntityId id(int node) {
    return columns.id(node);
  }

  @Override
  public void ensure(int[] frontier, int degreeCeiling) {
    // Everything is there.
  }

  @Override
  public NodeFacts facts(int node) {
    NodeFacts known = facts.get(node);
    return known == null ? NodeFacts.ofId(columns.id(node)) : known;
  }

  @Override
  public int degree(int node) {
    return degrees[node];
  }

  @Override
  public Adjacency adjacency(int node) {
    return rows.adjacency(columns, node);
  }

  @Override
  public Source source(int number) {
    return columns.source(number);
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  /** Those of the table and ceiling that were asked for last, most often the only ones. */
  @Override
  public KnownHops knownHops(EvidenceKinds table, int degreeCeiling) {
    KnownHops last = knownHops;
    if (last == null || !last.areOf(table, degreeCeiling)) {
      last = new KnownHops(table, degreeCeiling);
      knownHops = last;
    }
    return last;
  }

  @Override
  public String linkId(long relationship) {
    return columns.linkId((int) relationship);
  }

  @Override
  public List<Link> links(Collection<Long> relationships) {
    return reader.read(
        relationships.stream().map(handle -> columns.key(handle.intValue())).toList());
  }
}
