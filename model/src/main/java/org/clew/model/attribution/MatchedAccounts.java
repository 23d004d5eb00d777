package org.clew.model.attribution;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Accounts to compare a subject with: none of its members, half to twice as active as its median
 * member, and of the same language where that of most members is known.
 */
final class MatchedAccounts {
  private static final int RATIO = 2;

  private final AmplificationLayer layer;
  private final int[] members;
  private @Nullable BitSet matched;

  MatchedAccounts(AmplificationLayer layer, int[] members) {
    this.layer = layer;
    this.members = members;
  }

  /** The subject's place by the share of its acts that reach a target. */
  Reach.@Nullable Rank rank(int target) {
    BitSet alike = matched();
    if (alike.isEmpty()) {
      return null;
    }
    long onTarget = 0;
    long all = 0;
    for (int member : members) {
      onTarget += layer.actsOn(member, target);
      all += layer.actsOfAccount(member);
    }
    double share = (double) onTarget / all;
    int larger = 0;
    for (int i = 0; i < layer.accountsOf(target); i++) {
      int account = layer.accountOf(target, i);
      double of = (double) layer.actsOn(account, target) / layer.actsOfAccount(account);
      if (alike.get(account) && of > share) {
        larger++;
      }
    }
    return new Reach.Rank(larger + 1, alike.cardinality());
  }

  /** Looked for when the first rank is asked for; most subjects need none. */
  private BitSet matched() {
    BitSet found = matched;
    if (found == null) {
      found = members.length == 0 ? new BitSet() : match();
      matched = found;
    }
    return found;
  }

  private BitSet match() {
    int[] activity = Arrays.stream(members).map(layer::targetsOf).sorted().toArray();
    int median = activity[activity.length / 2];
    String language = language();
    Set<Integer> own = new HashSet<>();
    Arrays.stream(members).forEach(own::add);
    BitSet found = new BitSet(layer.accounts());
    for (int account = 0; account < layer.accounts(); account++) {
      int targets = layer.targetsOf(account);
      boolean alike = targets * RATIO >= median && targets <= median * RATIO;
      if (alike && !own.contains(account) && speaks(account, language)) {
        found.set(account);
      }
    }
    return found;
  }

  private boolean speaks(int account, @Nullable String language) {
    return language == null || language.equals(layer.language(account));
  }

  private @Nullable String language() {
    Map<String, Integer> counts = new HashMap<>();
    for (int member : members) {
      String language = layer.language(member);
      if (language != null && counts.merge(language, 1, Integer::sum) * 2 > members.length) {
        return language;
      }
    }
    return null;
  }
}
