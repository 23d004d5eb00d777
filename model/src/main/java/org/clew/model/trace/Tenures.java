package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.EvidenceKinds;
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
  static final Set<LinkType> HELD_BY = Set.of(LinkType.OWNS, LinkType.PUBLISHES_ON);

  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final PairReader pairs;
  private final Neighbourhood neighbourhood;
  private final Map<Integer, List<Registrant>> registrants = new HashMap<>();
  private final Map<Integer, Boolean> changeable = new HashMap<>();
  private final Map<Integer, Passage> passages = new HashMap<>();

  /** Somebody in whose name an asset stood, by a value of a kind. */
  private record Registrant(String kind, int indicator, DaySpan days) {}

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
      if (isChangeable(node)) {
        DaySpan before = i == 1 && start != null ? start.window() : DaySpan.UNKNOWN;
        DaySpan after = i + 2 == nodes.size() ? path.target().window() : DaySpan.UNKNOWN;
        Passage.Side one = side(node, nodes.get(i - 1), before);
        Passage.Side other = side(node, nodes.get(i + 1), after);
        if (!passage(node).joins(one, other)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The assets on a prepared path that changed hands, or of which it is known who held them. */
  List<Passage> passages(FoundPath path) {
    List<Integer> nodes = path.nodes();
    List<Passage> passages = new ArrayList<>();
    for (int node : nodes.subList(1, Math.max(1, nodes.size() - 1))) {
      if (isChangeable(node) && (isHeldForDays(node) || !passage(node).changes().isEmpty())) {
        passages.add(passage(node));
      }
    }
    return passages;
  }

  private boolean isChangeable(int node) {
    return changeable.computeIfAbsent(node, this::mayHaveChangedHands);
  }

  private boolean mayHaveChangedHands(int node) {
    return isHeldForDays(node) || registrants(node).size() > 1;
  }

  private boolean isHeldForDays(int node) {
    Adjacency links = graph.adjacency(node);
    for (int i = 0; i < links.size(); i++) {
      boolean held = HELD_BY.contains(links.type(i)) && !links.outgoing(i);
      if (held && !links.days(i).equals(DaySpan.UNKNOWN)) {
        return true;
      }
    }
    return false;
  }

  private Passage passage(int node) {
    return passages.computeIfAbsent(
        node, key -> new Passage(graph.id(node), changes(registrants(node))));
  }

  /**
   * Of each kind the widest change, from when the first was gone until the last had come: if
   * somebody stayed through that, he stayed through every other, and what another change divides
   * this one divides too.
   */
  private static List<Passage.Change> changes(List<Registrant> registrants) {
    Map<String, Passage.Change> widest = new TreeMap<>();
    for (Registrant each : registrants) {
      widest.merge(
          each.kind,
          new Passage.Change(each.days.last(), each.days.first()),
          (a, b) -> new Passage.Change(Math.min(a.gone(), b.gone()), Math.max(a.come(), b.come())));
    }
    return widest.values().stream()
        .filter(change -> change.gone() < change.come())
        .filter(change -> nobodyStayed(registrants, change.gone(), change.come()))
        .distinct()
        .toList();
  }

  private static boolean nobodyStayed(List<Registrant> registrants, int gone, int come) {
    return registrants.stream()
        .noneMatch(each -> each.days.first() <= gone && each.days.last() >= come);
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
            (a, b) -> new Registrant(a.kind, a.indicator, Passage.hull(a.days, b.days)));
      }
    }
    return new ArrayList<>(found.values());
  }

  private Passage.Side side(int node, int other, DaySpan window) {
    graph.ensure(new int[] {other}, 0);
    List<WeighedEvidence> evidence = pairs.read(node, DaySpan.UNKNOWN, other, window).evidence();
    return Passage.Side.of(evidence, true, holding(node, other));
  }

  private Set<LinkType> holding(int node, int other) {
    Set<LinkType> holding = EnumSet.noneOf(LinkType.class);
    Adjacency links = graph.adjacency(node);
    for (int i = links.firstAtLeast(other); i < links.size() && links.neighbour(i) == other; i++) {
      if (HELD_BY.contains(links.type(i)) && !links.outgoing(i)) {
        holding.add(links.type(i));
      }
    }
    return holding;
  }
}
