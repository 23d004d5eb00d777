package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * Who reaches what: accounts, pages and sites on the one side, what they link to, reshare or copy
 * on the other, an outlet standing for all that is its own. Compressed rows in both directions.
 */
public final class AmplificationLayer {
  private final List<EntityId> accounts;
  private final List<EntityId> targets;
  private final Map<EntityId, Integer> accountNumbers;
  private final Map<EntityId, Integer> targetNumbers;
  private final Map<EntityId, String> languages;
  private final int[] rows;
  private final int[] columns;
  private final long[] acts;
  private final int[] firstOfTarget;
  private final int[] accountsByTarget;
  private final long[] actsOfAccount;
  private final long[] actsOfTarget;
  private final long allActs;
  private final ChanceOfReach chance;

  private AmplificationLayer(Builder builder) {
    accounts = List.copyOf(builder.accounts);
    targets = List.copyOf(builder.targets);
    accountNumbers = Map.copyOf(builder.accountNumbers);
    targetNumbers = Map.copyOf(builder.targetNumbers);
    languages = Map.copyOf(builder.languages);
    long[] keys = builder.links.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    rows = new int[accounts.size() + 1];
    columns = new int[keys.length];
    acts = new long[keys.length];
    firstOfTarget = new int[targets.size() + 1];
    accountsByTarget = new int[keys.length];
    actsOfAccount = new long[accounts.size()];
    actsOfTarget = new long[targets.size()];
    for (int i = 0; i < keys.length; i++) {
      int account = (int) (keys[i] >>> Integer.SIZE);
      columns[i] = (int) keys[i];
      acts[i] = builder.links.getOrDefault(keys[i], 0L);
      rows[account + 1] = i + 1;
      firstOfTarget[columns[i] + 1]++;
      actsOfAccount[account] += acts[i];
      actsOfTarget[columns[i]] += acts[i];
    }
    allActs = Arrays.stream(acts).sum();
    Arrays.parallelPrefix(firstOfTarget, Integer::sum);
    int[] next = firstOfTarget.clone();
    for (int account = 0; account < accounts.size(); account++) {
      for (int i = rows[account]; i < rows[account + 1]; i++) {
        accountsByTarget[next[columns[i]]++] = account;
      }
    }
    chance =
        ChanceOfReach.fit(
            IntStream.range(0, accounts.size()).map(this::targetsOf).toArray(),
            IntStream.range(0, targets.size()).map(this::accountsOf).toArray());
  }

  /** Collects a layer. Every account has a target, so that no row is empty. */
  public static final class Builder {
    private final List<EntityId> accounts = new ArrayList<>();
    private final List<EntityId> targets = new ArrayList<>();
    private final Map<EntityId, Integer> accountNumbers = new HashMap<>();
    private final Map<EntityId, Integer> targetNumbers = new HashMap<>();
    private final Map<EntityId, String> languages = new HashMap<>();
    private final Map<Long, Long> links = new HashMap<>();

    /**
     * Adds that an account reaches a target; the acts of repeated links add up.
     *
     * @param times how often it did, at least 1
     */
    public Builder add(EntityId account, EntityId target, long times) {
      long row = number(account, accounts, accountNumbers);
      long column = number(target, targets, targetNumbers);
      links.merge(row << Integer.SIZE | column, times, Long::sum);
      return this;
    }

    /** Says which language an account writes. */
    public Builder language(EntityId account, String language) {
      languages.put(account, language);
      return this;
    }

    /** The layer. */
    public AmplificationLayer build() {
      return new AmplificationLayer(this);
    }

    private static int number(EntityId id, List<EntityId> all, Map<EntityId, Integer> numbers) {
      return numbers.computeIfAbsent(
          id,
          added -> {
            all.add(added);
            return all.size() - 1;
          });
    }
  }

  /** The layer of links that LINKS_TO, AMPLIFIES and COPIES make, each standing for its count. */
  public static AmplificationLayer of(Collection<Link> links) {
    Map<EntityId, EntityId> outlets = new HashMap<>();
    links.stream()
        .filter(link -> link.type() == LinkType.PUBLISHES_ON)
        .sorted(Comparator.comparing(Link::id))
        .forEach(link -> outlets.putIfAbsent(link.to(), link.from()));
    Builder builder = new Builder();
    links.stream()
        .filter(link -> link.type().hypothesis() == Hypothesis.AMPLIFICATION)
        .sorted(Comparator.comparing(Link::id))
        .forEach(
            link ->
                builder.add(link.from(), outlets.getOrDefault(link.to(), link.to()), link.count()));
    return builder.build();
  }

  /** How many accounts reach anything. */
  public int accounts() {
    return accounts.size();
  }

  /** How many targets there are. */
  public int targets() {
    return targets.size();
  }

  /** How many different links there are: M. */
  public long links() {
    return columns.length;
  }

  @Nullable Integer account(EntityId id) {
    return accountNumbers.get(id);
  }

  @Nullable Integer target(EntityId id) {
    return targetNumbers.get(id);
  }

  @Nullable String language(int account) {
    return languages.get(accounts.get(account));
  }

  /** Different targets of an account: k. */
  int targetsOf(int account) {
    return rows[account + 1] - rows[account];
  }

  /** The target of an account's link of that position. */
  int targetOf(int account, int position) {
    return columns[rows[account] + position];
  }

  /** How often an account reaches its target of that position. */
  long acts(int account, int position) {
    return acts[rows[account] + position];
  }

  /** How often an account reaches a target. */
  long actsOn(int account, int target) {
    int found = Arrays.binarySearch(columns, rows[account], rows[account + 1], target);
    return found < 0 ? 0 : acts[found];
  }

  /** Different accounts that reach a target: K. */
  int accountsOf(int target) {
    return firstOfTarget[target + 1] - firstOfTarget[target];
  }

  /** The account of that position among those that reach a target. */
  int accountOf(int target, int position) {
    return accountsByTarget[firstOfTarget[target] + position];
  }

  /** The probability that an account reaches a target by chance. */
  double chance(int account, int target) {
    return chance.of(account, target);
  }

  long actsOfAccount(int account) {
    return actsOfAccount[account];
  }

  long actsOfTarget(int target) {
    return actsOfTarget[target];
  }

  long allActs() {
    return allActs;
  }
}
