package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Tests whose content a subject spreads, against the bipartite configuration model of the whole
 * layer ({@link ChanceOfReach}): the number of members that reach an outlet is Poisson-binomial. A
 * single account is tested by its acts, each of which falls on the outlet with the outlet's share
 * of all acts.
 *
 * <p>Against rewirings that keep every degree the tail is a little heavier, since degrees are kept
 * on average only: p errs upwards, so that P(p ≤ t) ≤ t under the null.
 *
 * <p>Cost: members times members that reach the outlet, summed over the outlets reached.
 */
public final class Amplifiers {
  /** Ranks cost time and say nothing where chance explains enough. */
  private static final double RANKED_BELOW = 0.05;

  private static final Comparator<Reach> SMALLEST_P =
      Comparator.comparingDouble(Reach::pValue)
          .thenComparing(reach -> -reach.effect())
          .thenComparing(Reach::outlet);

  private Amplifiers() {}

  /**
   * Tests a subject against outlets; those that nobody in the layer reaches are left out.
   *
   * @param members the subject's members; those that reach nothing take no part
   * @param outlets what to test, by id
   */
  public static Amplification test(
      AmplificationLayer layer, Collection<EntityId> members, Collection<EntityId> outlets) {
    int[] accounts =
        members.stream()
            .distinct()
            .map(layer::account)
            .filter(each -> each != null)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    List<Integer> tested = new ArrayList<>();
    List<EntityId> ids = new ArrayList<>();
    for (EntityId outlet : outlets.stream().distinct().sorted().toList()) {
      Integer target = layer.target(outlet);
      if (target != null) {
        tested.add(target);
        ids.add(outlet);
      }
    }
    boolean byActs = members.stream().distinct().count() == 1;
    Trials trials =
        byActs && accounts.length == 1
            ? new Acts(layer, accounts[0])
            : new Accounts(layer, accounts);
    return result(layer, accounts, trials, ids, tested, byActs);
  }

  private static Amplification result(
      AmplificationLayer layer,
      int[] accounts,
      Trials trials,
      List<EntityId> ids,
      List<Integer> targets,
      boolean byActs) {
    int size = ids.size();
    double[] more = new double[size];
    double[] fewer = new double[size];
    double[] expected = new double[size];
    int[] reached = trials.reached(targets);
    for (int i = 0; i < size; i++) {
      IntToDoubleFunction p = trials.probabilities(targets.get(i));
      expected[i] = trials.expected(p);
      more[i] = PoissonBinomial.atLeast(trials.count(), p, reached[i]);
      fewer[i] =
          reached[i] < expected[i] ? PoissonBinomial.atMost(trials.count(), p, reached[i]) : 1;
    }
    double[] moreQ = BenjaminiHochberg.q(more);
    double[] fewerQ = BenjaminiHochberg.q(fewer);
    MatchedAccounts matched = new MatchedAccounts(layer, accounts);
    List<Reach> above = new ArrayList<>();
    List<Reach> below = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (reached[i] > 0) {
        boolean telling = moreQ[i] <= RANKED_BELOW;
        Reach.@Nullable Rank rank = telling ? matched.rank(targets.get(i)) : null;
        above.add(new Reach(ids.get(i), reached[i], expected[i], more[i], moreQ[i], rank));
      }
      if (reached[i] < expected[i]) {
        below.add(new Reach(ids.get(i), reached[i], expected[i], fewer[i], fewerQ[i], null));
      }
    }
    above.sort(SMALLEST_P);
    below.sort(SMALLEST_P);
    return new Amplification(accounts.length, byActs, layer.links(), size, above, below);
  }

  /** What may reach an outlet or not. */
  private interface Trials {
    int count();

    int[] reached(List<Integer> targets);

    /** Of each trial, until the next target is asked for. */
    IntToDoubleFunction probabilities(int target);

    /** How many successes there are on average. */
    double expected(IntToDoubleFunction probabilities);
  }

  private static int[] positions(AmplificationLayer layer, List<Integer> targets) {
    int[] positions = new int[layer.targets()];
    Arrays.fill(positions, -1);
    for (int i = 0; i < targets.size(); i++) {
      positions[targets.get(i)] = i;
    }
    return positions;
  }

  private static final class Accounts implements Trials {
    private final AmplificationLayer layer;
    private final int[] accounts;
    private final double[] chances;

    Accounts(AmplificationLayer layer, int[] accounts) {
      this.layer = layer;
      this.accounts = accounts;
      this.chances = new double[accounts.length];
    }

    @Override
    public int count() {
      return accounts.length;
    }

    @Override
    public int[] reached(List<Integer> targets) {
      int[] positions = positions(layer, targets);
      int[] reached = new int[targets.size()];
      for (int account : accounts) {
        for (int i = 0; i < layer.targetsOf(account); i++) {
          int position = positions[layer.targetOf(account, i)];
          if (position >= 0) {
            reached[position]++;
          }
        }
      }
      return reached;
    }

    @Override
    public IntToDoubleFunction probabilities(int target) {
      for (int i = 0; i < accounts.length; i++) {
        chances[i] = layer.chance(accounts[i], target);
      }
      return trial -> chances[trial];
    }

    @Override
    public double expected(IntToDoubleFunction probabilities) {
      return Arrays.stream(chances).sum();
    }
  }

  private record Acts(AmplificationLayer layer, int account) implements Trials {
    @Override
    public int count() {
      return (int) Math.min(Integer.MAX_VALUE, layer.actsOfAccount(account));
    }

    @Override
    public int[] reached(List<Integer> targets) {
      return targets.stream()
          .mapToInt(target -> (int) Math.min(count(), layer.actsOn(account, target)))
          .toArray();
    }

    @Override
    public IntToDoubleFunction probabilities(int target) {
      double p = (double) layer.actsOfTarget(target) / layer.allActs();
      return trial -> p;
    }

    @Override
    public double expected(IntToDoubleFunction probabilities) {
      return count() * probabilities.applyAsDouble(0);
    }
  }
}
