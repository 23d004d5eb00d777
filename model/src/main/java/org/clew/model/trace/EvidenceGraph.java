package org.clew.model.trace;

import java.util.Collection;
import java.util.List;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.Provenance;
import org.clew.model.links.Link;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * The control evidence of the graph as tracing reads it: entities and indicators as small integers,
 * and who is joined to whom by which links. It holds the links of hypothesis control (of SAME_AS
 * the accepted ones only) and IMPERSONATES, which is never evidence but takes evidence away.
 *
 * <p>An implementation may fetch lazily: {@link #ensure} is called with the whole of a frontier, in
 * pieces, before anything is asked about its nodes. Numbers of nodes hold for one trace only; all
 * answers are ordered by ids, so that two implementations over one graph give equal traces. An
 * instance serves one trace at a time.
 */
public interface EvidenceGraph {
  /** What {@link #node} answers for an entity without control evidence. */
  int NONE = -1;

  /** The version of the graph this is a view of. */
  long version();

  /** The number of an entity, or {@link #NONE}. */
  int node(EntityId id);

  /** The id of a node that was handed out. */
  EntityId id(int node);

  /**
   * Makes {@link #facts} and {@link #degree} of these nodes available, and {@link #adjacency} of
   * those whose degree is at most the ceiling. Doing it twice costs nothing.
   *
   * @param nodes numbers that were handed out, in any order
   * @param degreeCeiling 0 for facts and degrees alone, {@link Integer#MAX_VALUE} for no ceiling
   */
  void ensure(int[] nodes, int degreeCeiling);

  /** What is known of an ensured node. */
  NodeFacts facts(int node);

  /**
   * How many different nodes control evidence joins an ensured node to. Two sources that state one
   * fact do not count twice, and IMPERSONATES does not count.
   */
  int degree(int node);

  /**
   * Whether the degree of an ensured node is above a ceiling. Of a hub that was ensured under a
   * ceiling this may be known long before it is counted.
   */
  default boolean isAbove(int node, int degreeCeiling) {
    return degree(node) > degreeCeiling;
  }

  /** The links of a node that was ensured under a ceiling not below its degree. */
  Adjacency adjacency(int node);

  /** The source of that number, as {@link Adjacency#source} gives it. */
  Source source(int number);

  /** Which sources repeat which. */
  Provenance provenance();

  /**
   * Where hops are kept for the traces that come; null where an instance serves one trace.
   *
   * @param kinds the table of kinds that weighs them
   * @param degreeCeiling the ceiling they are below
   */
  default @Nullable KnownHops knownHops(EvidenceKinds kinds, int degreeCeiling) {
    return null;
  }

  /** The id of the link behind a handle. */
  default String linkId(long relationship) {
    return links(List.of(relationship)).get(0).id();
  }

  /** The links behind these handles, in their order. Called for what goes into a result. */
  List<Link> links(Collection<Long> relationships);
}
