package org.clew.model.trace;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Source;

/** Collects control evidence, first the links, then what is known of the entities they join. */
public final class ArrayEvidenceGraphBuilder {
  private final long version;
  private final EvidenceColumns columns;
  private final Map<Integer, NodeFacts> facts = new HashMap<>();

  /**
   * Begins a graph.
   *
   * @param version the version of the graph it is read from
   * @param sources the sources that are known; one that only a link names has the unknown grade
   */
  public ArrayEvidenceGraphBuilder(long version, Collection<Source> sources) {
    this.version = version;
    this.columns = new EvidenceColumns(sources);
  }

  /** Where the links go, each once. */
  public EvidenceColumns columns() {
    return columns;
  }

  /** Whether a link that was added joins the entity to anything. */
  public boolean joins(EntityId id) {
    return columns.find(id) != EvidenceGraph.NONE;
  }

  /** Says what is known of an entity that a link joins; anything else is passed over. */
  public void describe(EntityId id, NodeFacts known) {
    int node = columns.find(id);
    if (node != EvidenceGraph.NONE && !known.equals(NodeFacts.ofId(id))) {
      facts.put(node, known);
    }
  }

  /** The graph; the builder is used up. */
  public ArrayEvidenceGraph build(LinkReader reader) {
    return new ArrayEvidenceGraph(version, columns, facts, reader);
  }
}
