package org.clew.model.trace;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.DaySpan;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/** Which statements a trace may use: those known in time, trusted and not left out. */
final class StatementFilter {
  private final EvidenceGraph graph;
  private final Set<EntityId> trust;
  private final Set<EntityId> withoutSources = new HashSet<>();
  private final Set<String> withoutLinks = new HashSet<>();
  private final Set<Integer> withoutNodes = new HashSet<>();
  private final @Nullable LocalDate asOf;
  private final Map<Integer, Boolean> sourceStands = new HashMap<>();

  StatementFilter(EvidenceGraph graph, TraceParameters parameters) {
    this.graph = graph;
    this.trust = parameters.trust();
    this.asOf = parameters.asOf();
    for (String id : parameters.without()) {
      int colon = id.indexOf(':');
      if (colon < 0) {
        withoutLinks.add(id);
      } else if (id.startsWith(EntityKind.SOURCE.idPrefix() + ":")) {
        withoutSources.add(new EntityId(id));
      } else {
        withoutNodes.add(graph.node(new EntityId(id)));
      }
    }
  }

  /** Whether a node is not left out. */
  boolean keepsNode(int node) {
    return !withoutNodes.contains(node);
  }

  /** Whether a link counts as evidence. */
  boolean keeps(Adjacency links, int index) {
    Source source = graph.source(links.source(index));
    return (trust.isEmpty() || trust.contains(source.id()))
        && isNotLeftOut(links, index)
        && (asOf == null || wasKnown(source, links.days(index)));
  }

  /**
   * Whether a link counts as an identity tie at an end of a chain. Such ties are assumptions: trust
   * does not take them away, nor does it matter that nobody knows since when they are known.
   */
  boolean keepsAssumption(Adjacency links, int index) {
    Source source = graph.source(links.source(index));
    return isNotLeftOut(links, index)
        && (asOf == null
            || isUndated(source, links.days(index))
            || wasKnown(source, links.days(index)));
  }

  private boolean isNotLeftOut(Adjacency links, int index) {
    boolean stands =
        links.reported(index)
            ? sourceStands.computeIfAbsent(links.source(index), this::stands)
            : !withoutSources.contains(graph.source(links.source(index)).id());
    return stands
        && (withoutLinks.isEmpty()
            || !withoutLinks.contains(graph.linkId(links.relationship(index))));
  }

  private boolean stands(int source) {
    return graph.provenance().stands(graph.source(source).id(), withoutSources);
  }

  private static boolean isUndated(Source source, DaySpan days) {
    return source.date() == null && days.first() == DaySpan.OPEN_START;
  }

  private boolean wasKnown(Source source, DaySpan days) {
    return asOf == null || KnownThen.on(asOf, source.date(), days);
  }
}
