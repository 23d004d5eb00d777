package org.clew.model.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which of the facts that take up the same roots count, so that Λ is largest. Exact, by
 * branch and bound over the contested roots: each is taken up by one fact or by none. The bound
 * replaces the cap of a family's rest by its share, gives each family the strongest leader left and
 * each root its strongest fact.
 */
final class RootChoice {
  private final EvidenceKinds kinds;
  private final List<List<WeighedEvidence>> ways;
  private final @Nullable WeighedEvidence[] chosen;
  private final List<EntityId> contested = new ArrayList<>();
  private final Map<EntityId, List<Option>> options = new HashMap<>();
  private final Set<EntityId> taken = new HashSet<>();
  private @Nullable WeighedEvidence[] best;
  private double bestLambda;

  /** A way to count one fact. */
  private record Option(int fact, WeighedEvidence way) {}

  RootChoice(EvidenceKinds kinds, List<List<WeighedEvidence>> ways) {
    this.kinds = kinds;
    this.ways = ways;
    this.chosen = new WeighedEvidence[ways.size()];
    this.best = chosen;
  }

  /** For each fact the way in which it counts, or null where another takes up its root. */
  List<@Nullable WeighedEvidence> best() {
    takeWhatTakesUpNoRoot();
    List<Option> reported = dominant(reportedOptions());
    Map<EntityId, List<Option>> byRoot = byRoot(reported);
    for (Option option : reported) {
      if (isUncontested(option, byRoot)) {
        chosen[option.fact] = option.way;
      } else {
        option.way.roots().forEach(root -> listUnder(root, option));
      }
    }
    contested.addAll(new TreeSet<>(options.keySet()));
    contested.sort(Comparator.comparingDouble((EntityId root) -> -strongest(root)));
    bestLambda = lambda(chosen);
    best = chosen.clone();
    choose(0);
    List<@Nullable WeighedEvidence> result = new ArrayList<>();
    Collections.addAll(result, best);
    return result;
  }

  private void takeWhatTakesUpNoRoot() {
    for (int fact = 0; fact < chosen.length; fact++) {
      for (WeighedEvidence way : ways.get(fact)) {
        if (way.roots().isEmpty() || !way.counted()) {
          chosen[fact] = way;
          break;
        }
      }
    }
  }

  private List<Option> reportedOptions() {
    List<Option> reported = new ArrayList<>();
    for (int fact = 0; fact < chosen.length; fact++) {
      for (WeighedEvidence way : ways.get(fact)) {
        if (!way.roots().isEmpty() && way.counted()) {
          reported.add(new Option(fact, way));
        }
      }
    }
    return reported;
  }

  /**
   * Of the facts that can count in one way only, take up the same roots and are of one family, the
   * strongest is never the wrong one.
   */
  private List<Option> dominant(List<Option> reported) {
    Map<List<Object>, Option> strongest = new HashMap<>();
    for (Option option : reported) {
      if (hasOneWay(option)) {
        strongest.merge(key(option), option, (a, b) -> b.way.weight() > a.way.weight() ? b : a);
      }
    }
    return reported.stream()
        .filter(option -> !hasOneWay(option) || option.equals(strongest.get(key(option))))
        .toList();
  }

  private boolean hasOneWay(Option option) {
    return ways.get(option.fact).size() == 1;
  }

  private static List<Object> key(Option option) {
    return List.of(option.way.kind().family(), option.way.roots());
  }

  private static Map<EntityId, List<Option>> byRoot(List<Option> reported) {
    Map<EntityId, List<Option>> byRoot = new HashMap<>();
    for (Option option : reported) {
      for (EntityId root : option.way.roots()) {
        byRoot.computeIfAbsent(root, key -> new ArrayList<>()).add(option);
      }
    }
    return byRoot;
  }

  private boolean isUncontested(Option option, Map<EntityId, List<Option>> byRoot) {
    return option.way.equals(ways.get(option.fact).get(0))
        && option.way.roots().stream()
            .allMatch(
                root ->
                    byRoot.getOrDefault(root, List.of()).stream()
                        .allMatch(other -> other.fact == option.fact));
  }

  private void listUnder(EntityId root, Option option) {
    options.computeIfAbsent(root, key -> new ArrayList<>()).add(option);
  }

  private List<Option> optionsOf(EntityId root) {
    return options.getOrDefault(root, List.of());
  }

  private double strongest(EntityId root) {
    return optionsOf(root).stream().mapToDouble(each -> each.way.logWeight()).max().orElse(0);
  }

  private void choose(int position) {
    if (position == contested.size()) {
      double lambda = lambda(chosen);
      if (lambda > bestLambda) {
        bestLambda = lambda;
        best = chosen.clone();
      }
      return;
    }
    if (bound(position) <= bestLambda) {
      return;
    }
    EntityId root = contested.get(position);
    if (!taken.contains(root)) {
      for (Option option : optionsOf(root)) {
        take(option, position);
      }
    }
    choose(position + 1);
  }

  private void take(Option option, int position) {
    WeighedEvidence before = chosen[option.fact];
    if ((before != null && before.counted() && !before.roots().isEmpty())
        || !Collections.disjoint(taken, option.way.roots())
        || option.way.roots().stream().anyMatch(root -> contested.indexOf(root) < position)) {
      return;
    }
    chosen[option.fact] = option.way;
    taken.addAll(option.way.roots());
    choose(position + 1);
    taken.removeAll(option.way.roots());
    chosen[option.fact] = before;
  }

  private double bound(int position) {
    Map<String, Double> leaders = new HashMap<>();
    double sum = 0;
    for (WeighedEvidence each : chosen) {
      if (each != null && each.counted()) {
        leaders.merge(each.kind().family(), each.logWeight(), Math::max);
        sum += each.logWeight();
      }
    }
    for (EntityId root : contested.subList(position, contested.size())) {
      if (!taken.contains(root)) {
        for (Option option : optionsOf(root)) {
          leaders.merge(option.way.kind().family(), option.way.logWeight(), Math::max);
        }
        sum += strongest(root);
      }
    }
    double ofLeaders = leaders.values().stream().mapToDouble(Double::doubleValue).sum();
    double byShare = ofLeaders * (1 - kinds.restShare()) + sum * kinds.restShare();
    double rounding = 1e-12 * (1 + byShare);
    return Math.min(byShare, ofLeaders * (1 + kinds.restCap())) + rounding;
  }

  private double lambda(@Nullable WeighedEvidence[] selection) {
    List<WeighedEvidence> counted = new ArrayList<>();
    for (WeighedEvidence each : selection) {
      if (each != null && each.counted()) {
        counted.add(each);
      }
    }
    return FamilySums.of(kinds, counted);
  }
}
