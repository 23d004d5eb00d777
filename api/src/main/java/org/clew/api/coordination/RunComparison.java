package org.clew.api.coordination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts moved from one run to another. A cluster goes on in that cluster of the other run
 * with which it shares most members, and which shares most with it; accounts that are elsewhere
 * moved.
 *
 * @param run the one run
 * @param other the other
 * @param stayed how many accounts are in the cluster that goes on
 * @param joined accounts that are in a cluster of the other run only
 * @param left accounts that are in a cluster of the one run only
 * @param moved accounts that are in another cluster
 */
public record RunComparison(
    EntityId run,
    EntityId other,
    long stayed,
    List<Move> joined,
    List<Move> left,
    List<Move> moved) {

  /**
   * An account that moved.
   *
   * @param account which
   * @param from its cluster in the one run; null for none
   * @param to its cluster in the other; null for none
   */
  public record Move(EntityId account, @Nullable EntityId from, @Nullable EntityId to) {}

  /** Compares the memberships of two runs, given by account. */
  static RunComparison of(
      EntityId run,
      SortedMap<EntityId, EntityId> before,
      EntityId other,
      SortedMap<EntityId, EntityId> after) {
    Map<EntityId, EntityId> goesOn = goesOn(before, after);
    List<Move> joined = new ArrayList<>();
    List<Move> left = new ArrayList<>();
    List<Move> moved = new ArrayList<>();
    long stayed = 0;
    SortedMap<EntityId, EntityId> all = new TreeMap<>(before);
    all.putAll(after);
    for (EntityId account : all.keySet()) {
      EntityId from = before.get(account);
      EntityId to = after.get(account);
      Move move = new Move(account, from, to);
      if (from == null) {
        joined.add(move);
      } else if (to == null) {
        left.add(move);
      } else if (to.equals(goesOn.get(from))) {
        stayed++;
      } else {
        moved.add(move);
      }
    }
    return new RunComparison(run, other, stayed, joined, left, moved);
  }

  private record Pair(EntityId from, EntityId to) {}

  /** Pairs clusters by the members they have in common, the most first, then by their ids. */
  private static Map<EntityId, EntityId> goesOn(
      SortedMap<EntityId, EntityId> before, SortedMap<EntityId, EntityId> after) {
    Map<Pair, Integer> common = new HashMap<>();
    before.forEach(
        (account, from) -> {
          EntityId to = after.get(account);
          if (to != null) {
            common.merge(new Pair(from, to), 1, Integer::sum);
          }
        });
    List<Pair> pairs = new ArrayList<>(common.keySet());
    pairs.sort(
        (one, two) -> {
          int byCount = Integer.compare(common.getOrDefault(two, 0), common.getOrDefault(one, 0));
          int byFrom = byCount != 0 ? byCount : one.from().compareTo(two.from());
          return byFrom != 0 ? byFrom : one.to().compareTo(two.to());
        });
    Map<EntityId, EntityId> goesOn = new HashMap<>();
    Set<EntityId> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!goesOn.containsKey(pair.from()) && taken.add(pair.to())) {
        goesOn.put(pair.from(), pair.to());
      }
    }
    return goesOn;
  }
}
