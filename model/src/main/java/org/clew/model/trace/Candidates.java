package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.Fact;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.LinkType;

/**
 * The nodes that may be tied to one node strongly enough, by a bound of Λ: the sum of all log₁₀LR
 * as if every source were perfect. The strongest indicators are looked through first; the users of
 * those that even together cannot weigh enough are not (as in MaxScore, Turtle and Flood 1995).
 */
final class Candidates {
  private static final double ROUNDING = 1e-9;

  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final StatementFilter filter;
  private final int degreeCeiling;
  private final Set<Integer> hubs;

  private record Use(int indicator, double bound) {}

  /** A view that notes the indicators above the ceiling among the hubs. */
  Candidates(
      EvidenceGraph graph,
      EvidenceKinds kinds,
      StatementFilter filter,
      int degreeCeiling,
      Set<Integer> hubs) {
    this.graph = graph;
    this.kinds = kinds;
    this.filter = filter;
    this.degreeCeiling = degreeCeiling;
    this.hubs = hubs;
  }

  /** The nodes whose bound is positive and at least that, by ascending number. */
  int[] of(int node, double enough) {
    NodeWeights bounds = new NodeWeights();
    List<Use> uses = new ArrayList<>();
    Adjacency links = graph.adjacency(node);
    for (int i = 0; i < links.size(); i = PairReader.next(links, i)) {
      int neighbour = links.neighbour(i);
      if (filter.keepsNode(neighbour)) {
        if (PairReader.isUse(links, i)) {
          addUse(uses, links, i);
        } else if (neighbour != node && graph.id(neighbour).kind().isAsset()) {
          bounds.add(neighbour, directBound(links, i));
        }
      }
    }
    int looked = addUsers(bounds, uses, node, enough - ROUNDING);
    List<Use> rest = uses.subList(looked, uses.size());
    double left = rest.stream().mapToDouble(Use::bound).sum();
    int[] found = bounds.atLeast(Math.max(enough - ROUNDING - left, Double.MIN_NORMAL));
    return Arrays.stream(found)
        .filter(other -> reaches(bounds.get(other), left, rest, other, enough - ROUNDING))
        .toArray();
  }

  /** The indicators of a node through which it may be tied to others but for the ceiling. */
  List<Integer> hubs(int node) {
    Adjacency links = graph.adjacency(node);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < links.size(); i = PairReader.next(links, i)) {
      int neighbour = links.neighbour(i);
      if (PairReader.isUse(links, i)
          && filter.keepsNode(neighbour)
          && graph.isAbove(neighbour, degreeCeiling)
          && useBound(links, i) > 0) {
        found.add(neighbour);
      }
    }
    return List.copyOf(found);
  }

  /**
   * Of these ensured indicators those above the ceiling of which it matters how many users they
   * have.
   */
  int[] hubsToCount(int[] indicators) {
    return Arrays.stream(indicators)
        .filter(node -> graph.isAbove(node, degreeCeiling) && graph.facts(node).noise() == null)
        .filter(node -> logRatio(kinds.ofIndicator(graph.id(node)), degreeCeiling + 1L) > 0)
        .toArray();
  }

  /** Looks a node up among the users of the indicators that were not looked through. */
  private boolean reaches(double bound, double left, List<Use> rest, int other, double enough) {
    double sum = bound;
    double still = left;
    for (Use use : rest) {
      if (sum >= enough || sum + still < enough) {
        break;
      }
      Adjacency users = graph.adjacency(use.indicator);
      int found = users.firstAtLeast(other);
      if (found < users.size() && users.neighbour(found) == other) {
        sum += use.bound;
      }
      still -= use.bound;
    }
    return sum >= enough;
  }

  private void addUse(List<Use> uses, Adjacency links, int index) {
    int indicator = links.neighbour(index);
    double bound = useBound(links, index);
    if (bound > 0 && graph.isAbove(indicator, degreeCeiling)) {
      hubs.add(indicator);
    } else if (bound > 0) {
      uses.add(new Use(indicator, bound));
    }
  }

  /** Adds the users of as many indicators as matter, and says how many these were. */
  private int addUsers(NodeWeights bounds, List<Use> uses, int node, double enough) {
    uses.sort(Comparator.comparingDouble(use -> -use.bound));
    double left = uses.stream().mapToDouble(Use::bound).sum();
    for (int looked = 0; looked < uses.size(); looked++) {
      if (left < enough) {
        return looked;
      }
      Use use = uses.get(looked);
      Adjacency users = graph.adjacency(use.indicator);
      for (int i = 0; i < users.size(); i = PairReader.next(users, i)) {
        int user = users.neighbour(i);
        if (user != node && users.type(i) == LinkType.USES) {
          bounds.add(user, use.bound);
        }
      }
      left -= use.bound;
    }
    return uses.size();
  }

  private double useBound(Adjacency links, int index) {
    int indicator = links.neighbour(index);
    NodeFacts about = graph.facts(indicator);
    if (about.noise() != null) {
      return 0;
    }
    long external = about.externalCount() == null ? 0 : about.externalCount();
    // Counting a hub is dear: where it weighs nothing at the ceiling, it does not above it.
    if (graph.isAbove(indicator, degreeCeiling)
        && useBound(links, index, Math.max(degreeCeiling + 1L, external)) == 0) {
      return 0;
    }
    return useBound(links, index, Math.max(graph.degree(indicator), external));
  }

  private double useBound(Adjacency links, int index, long degree) {
    int indicator = links.neighbour(index);
    double bound = 0;
    for (int i = index; i < PairReader.next(links, index); i++) {
      String named = links.evidenceKind(i);
      Optional<EvidenceKind> own = kinds.ofIndicator(graph.id(indicator));
      bound =
          Math.max(bound, logRatio(named == null ? own : kinds.find(named).or(() -> own), degree));
    }
    return bound;
  }

  private double directBound(Adjacency links, int index) {
    double bound = 0;
    for (int i = index; i < PairReader.next(links, index); i++) {
      if (links.type(i).hypothesis() == Hypothesis.CONTROL) {
        String named = links.evidenceKind(i);
        Optional<EvidenceKind> own = kinds.ofRelation(links.type(i));
        bound +=
            logRatio(named == null ? own : kinds.find(named).or(() -> own), Fact.DIRECT_DEGREE);
      }
    }
    return bound;
  }

  private double logRatio(Optional<EvidenceKind> kind, long degree) {
    if (kind.isEmpty()) {
      return 0;
    }
    String otherwise = kind.get().otherwise();
    double lesser = otherwise == null ? 0 : logRatio(kinds.find(otherwise), degree);
    return Math.max(lesser, Math.log10(kind.get().likelihoodRatio(degree)));
  }
}
