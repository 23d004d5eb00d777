package org.clew.model.trace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.Provenance;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
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
  private final List<Source> sources;
  private final Provenance provenance;
  private final List<EntityId> ids;
  private final Map<EntityId, Integer> nodes;
  private final Map<Integer, NodeFacts> facts;
  private final List<String> kinds;
  private final LinkColumns links;
  private final LinkRowsByNode rows;
  private final int[] degrees;
  private volatile @Nullable KnownHops knownHops;

  /** Reads whole links when a result needs them. */
  @FunctionalInterface
  public interface LinkReader {
    /**
     * The links, in the order asked for.
     *
     * @throws org.clew.model.ClewException UNAVAILABLE when one is no longer there
     */
    List<Link> read(List<Key> keys);
  }

  /** Which link. */
  public record Key(String id, EntityId from, LinkType type, EntityId to) {}

  ArrayEvidenceGraph(ArrayEvidenceGraphBuilder of, LinkReader reader) {
    this.version = of.version();
    this.reader = reader;
    this.sources = List.copyOf(of.sources());
    this.provenance = new Provenance(sources);
    this.ids = List.copyOf(of.ids());
    this.nodes = of.nodes();
    this.facts = of.facts();
    this.kinds = List.copyOf(of.kinds());
    this.links = of.links();
    this.rows = LinkRowsByNode.of(links, ids.size());
    this.degrees = degrees();
  }

  private int[] degrees() {
    int[] counted = new int[ids.size()];
    for (int node = 0; node < counted.length; node++) {
      int before = NONE;
      for (int i = rows.first(node); i < rows.first(node + 1); i++) {
        int neighbour = rows.neighbour(i);
        if (neighbour != before && links.type(rows.link(i)) != LinkType.IMPERSONATES) {
          before = neighbour;
          counted[node]++;
        }
      }
    }
    return counted;
  }

  /** How many links there are. */
  public int size() {
    return links.size();
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public int node(EntityId id) {
    return nodes.getOrDefault(id, NONE);
  }

  @Override
  public EntityId id(int node) {
    return ids.get(node);
  }

  @Override
  public void ensure(int[] frontier, int degreeCeiling) {
    // Everything is there.
  }

  @Override
  public NodeFacts facts(int node) {
    NodeFacts known = facts.get(node);
    return known == null ? NodeFacts.of(ids.get(node), List.of()) : known;
  }

  @Override
  public int degree(int node) {
    return degrees[node];
  }

  @Override
  public Adjacency adjacency(int node) {
    return new Row(rows.first(node), rows.first(node + 1));
  }

  @Override
  public Source source(int number) {
    return sources.get(number);
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
    return links.id((int) relationship);
  }

  @Override
  public List<Link> links(Collection<Long> relationships) {
    return reader.read(relationships.stream().map(handle -> key(handle.intValue())).toList());
  }

  private Key key(int link) {
    return new Key(
        links.id(link), ids.get(links.from(link)), links.type(link), ids.get(links.to(link)));
  }

  private final class Row implements Adjacency {
    private final int start;
    private final int end;

    Row(int start, int end) {
      this.start = start;
      this.end = end;
    }

    private int link(int index) {
      return rows.link(start + index);
    }

    @Override
    public int size() {
      return end - start;
    }

    @Override
    public int neighbour(int index) {
      return rows.neighbour(start + index);
    }

    @Override
    public LinkType type(int index) {
      return links.type(link(index));
    }

    @Override
    public boolean outgoing(int index) {
      return rows.outgoing(start + index);
    }

    @Override
    public @Nullable String evidenceKind(int index) {
      int kind = links.kind(link(index));
      return kind == NONE ? null : kinds.get(kind);
    }

    @Override
    public Grade grade(int index) {
      Grade own = links.grade(link(index));
      return own == null ? sources.get(source(index)).grade() : own;
    }

    @Override
    public DaySpan days(int index) {
      return links.days(link(index));
    }

    @Override
    public boolean reported(int index) {
      return links.reported(link(index));
    }

    @Override
    public int source(int index) {
      return links.source(link(index));
    }

    @Override
    public long relationship(int index) {
      return link(index);
    }
  }
}
