package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.Statement;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.LinkType;

/**
 * Whether the assets that a chain passes through were in one hand all along. What ties an asset to
 * one side before it changed hands, and to the other side only after, ties those two not at all: a
 * lapsed domain that somebody else registers, an outlet that was sold.
 *
 * <p>An asset changed hands between two days where it was owned, or an outlet's own, until the
 * first or from the second; or where one registrant is last seen by the first and another of the
 * same kind is first seen from the second, and no registrant is seen on both. Where dates are
 * missing nothing is taken to have changed.
 */
final class Tenures {
  private static final String REGISTRATION = "registration";
  private static final Set<LinkType> HELD_BY = Set.of(LinkType.OWNS, LinkType.PUBLISHES_ON);

  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final PairReader pairs;
  private final Neighbourhood neighbourhood;
  private final Map<Integer, List<Registrant>> registrants = new HashMap<>();
  private final Map<Integer, Boolean> changeable = new HashMap<>();

  /** Somebody in whose name an asset stood, by a value of a kind. */
  private record Registrant(String kind, int indicator, DaySpan days) {}

  /** When a hop's evidence says something of an asset, and whether it says only whose it is. */
  private record Side(DaySpan days, boolean holdsOnly) {}

  Tenures(EvidenceGraph graph, EvidenceKinds kinds, PairReader pairs, Neighbourhood neighbourhood) {
    this.graph = graph;
    this.kinds = kinds;
    this.pairs = pairs;
    this.neighbourhood = neighbourhood;
  }

  /** Makes what is asked of these paths available at once, not a node at a time. */
  void prepare(Collection<FoundPath> paths) {
    int[] nodes =
        paths.stream()
            .map(FoundPath::nodes)
            .flatMap(way -> way.subList(1, Math.max(1, way.size() - 1)).stream())
            .filter(node -> !changeable.containsKey(node))
            .mapToInt(Integer::intValue)
            .distinct()
            .toArray();
    neighbourhood.prepare(nodes, Integer.MAX_VALUE);
  }

  /** Whether no asset on a prepared path changed hands between the evidence of its two hops. */
  boolean hold(FoundPath path) {
    List<Integer> nodes = path.nodes();
    End start = path.start();
    for (int i = 1; i + 1 < nodes.size(); i++) {
      int node = nodes.get(i);
      if (changeable.computeIfAbsent(node, this::mayHaveChangedHands)) {
        DaySpan before = i == 1 && start != null ? start.window() : DaySpan.UNKNOWN;
        DaySpan after = i + 2 == nodes.size() ? path.target().window() : DaySpan.UNKNOWN;
        Side one = side(node, nodes.get(i - 1), before);
        Side other = side(node, nodes.get(i + 1), after);
        if (isBroken(node, one, other) || isBroken(node, other, one)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean mayHaveChangedHands(int node) {
    Adjacency links = graph.adjacency(node);
    for (int i = 0; i < links.size(); i++) {
      boolean held = HELD_BY.contains(links.type(i)) && !links.outgoing(i);
      if (held && !links.days(i).equals(DaySpan.UNKNOWN)) {
        return true;
      }
    }
    return registrants(node).size() > 1;
  }

  private List<Registrant> registrants(int node) {
    return registrants.computeIfAbsent(node, this::findRegistrants);
  }

  private List<Registrant> findRegistrants(int node) {
    Map<Integer, Registrant> found = new TreeMap<>();
    Adjacency links = graph.adjacency(node);
    for (int i = 0; i < links.size(); i++) {
      int indicator = links.neighbour(i);
      Optional<EvidenceKind> kind =
          PairReader.isUse(links, i) ? kinds.ofIndicator(graph.id(indicator)) : Optional.empty();
      if (kind.isPresent()
          && kind.get().family().equals(REGISTRATION)
          && graph.facts(indicator).noise() == null) {
        found.merge(
            indicator,
            new Registrant(kind.get().id(), indicator, links.days(i)),
            (a, b) -> new Registrant(a.kind, a.indicator, hull(a.days, b.days)));
      }
    }
    return new ArrayList<>(found.values());
  }

  private Side side(int node, int other, DaySpan window) {
    graph.ensure(new int[] {other}, 0);
    DaySpan days = null;
    boolean holdsOnly = true;
    for (WeighedEvidence each : pairs.read(node, DaySpan.UNKNOWN, other, window).evidence()) {
      if (each.counted()) {
        List<Statement> of =
            each.via() == null ? each.statements() : each.statements().subList(0, 1);
        for (Statement statement : of) {
          days = days == null ? statement.days() : hull(days, statement.days());
        }
        holdsOnly &= isHeldBy(node, other, each.type());
      }
    }
    return new Side(days == null ? DaySpan.UNKNOWN : days, holdsOnly);
  }

  private boolean isHeldBy(int node, int other, LinkType type) {
    Adjacency links = graph.adjacency(node);
    for (int i = links.firstAtLeast(other); i < links.size() && links.neighbour(i) == other; i++) {
      if (HELD_BY.contains(type) && links.type(i) == type && !links.outgoing(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBroken(int node, Side earlier, Side later) {
    if (earlier.days.last() >= later.days.first()) {
      return false;
    }
    return earlier.holdsOnly
        || later.holdsOnly
        || hasNewRegistrant(node, earlier.days.last(), later.days.first());
  }

  private boolean hasNewRegistrant(int node, int last, int first) {
    for (Registrant old : registrants(node)) {
      for (Registrant fresh : registrants(node)) {
        int gone = old.days.last();
        int come = fresh.days.first();
        boolean between = gone < come && last < come && first > gone;
        if (between && old.kind.equals(fresh.kind) && isNobodysAllAlong(node, gone, come)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNobodysAllAlong(int node, int gone, int come) {
    return registrants(node).stream()
        .noneMatch(each -> each.days.first() <= gone && each.days.last() >= come);
  }

  private static DaySpan hull(DaySpan a, DaySpan b) {
    return new DaySpan(Math.min(a.first(), b.first()), Math.max(a.last(), b.last()));
  }
}
