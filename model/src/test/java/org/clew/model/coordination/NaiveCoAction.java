package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.clew.model.coordination.RandomObservations.Row;

/** The definitions of the three modes, word for word and slow. */
final class NaiveCoAction {
  private NaiveCoAction() {}

  /** Two accounts. */
  record Key(int from, int to) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }
  }

  /** What an edge of pairs says. */
  record Pairs(int count, long distance, int older, int newer) {}

  private record Pair(Row one, Row two) {}

  static Map<Key, Integer> artifacts(List<Row> all, long window, int participation, int least) {
    List<Row> rows = busy(all, participation);
    Map<Key, Set<Integer>> shared = new TreeMap<>();
    for (Row one : rows) {
      for (Row two : rows) {
        if (one.account() < two.account() && near(one, two, window)) {
          shared
              .computeIfAbsent(new Key(one.account(), two.account()), key -> new HashSet<>())
              .add(one.artifact());
        }
      }
    }
    Map<Key, Integer> weights = new TreeMap<>();
    shared.forEach(
        (key, artifacts) -> {
          if (artifacts.size() >= least) {
            weights.put(key, artifacts.size());
          }
        });
    return weights;
  }

  static Map<Key, Integer> messages(List<Row> all, long window, boolean loops) {
    Map<Integer, Row> byPost = new HashMap<>();
    all.forEach(row -> byPost.putIfAbsent(row.post(), row));
    Map<Key, Set<Integer>> posts = new TreeMap<>();
    for (Row one : byPost.values()) {
      for (Row two : byPost.values()) {
        if (one.post() != two.post()
            && near(one, two, window)
            && (loops || one.account() != two.account())) {
          posts
              .computeIfAbsent(new Key(one.account(), two.account()), key -> new HashSet<>())
              .add(one.post());
        }
      }
    }
    Map<Key, Integer> weights = new TreeMap<>();
    posts.forEach((key, set) -> weights.put(key, set.size()));
    return weights;
  }

  static Map<Key, Pairs> pairs(
      List<Row> all, long window, int participation, IntUnaryOperator ownPost) {
    List<Row> rows = busy(all, participation);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        Row one = rows.get(i);
        Row two = rows.get(j);
        int itself = ownPost.applyAsInt(one.artifact());
        if (near(one, two, window)
            && one.account() != two.account()
            && one.post() != two.post()
            && one.post() != itself
            && two.post() != itself) {
          pairs.add(isOlder(one, two) ? new Pair(one, two) : new Pair(two, one));
        }
      }
    }
    Set<Integer> coordinated = new HashSet<>();
    pairs.forEach(pair -> coordinated.addAll(Set.of(pair.one().post(), pair.two().post())));
    Map<Integer, Long> times =
        rows.stream()
            .filter(row -> coordinated.contains(row.post()))
            .collect(Collectors.groupingBy(Row::account, Collectors.counting()));
    pairs.removeIf(
        pair ->
            times.get(pair.one().account()) < participation
                && times.get(pair.two().account()) < participation);
    return pairs.stream()
        .collect(
            Collectors.groupingBy(
                NaiveCoAction::key,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), NaiveCoAction::summary)));
  }

  private static Key key(Pair pair) {
    int one = pair.one().account();
    int two = pair.two().account();
    return new Key(Math.min(one, two), Math.max(one, two));
  }

  private static Pairs summary(List<Pair> pairs) {
    return new Pairs(
        pairs.size(),
        pairs.stream().mapToLong(pair -> pair.two().seconds() - pair.one().seconds()).sum(),
        (int) pairs.stream().map(pair -> pair.one().post()).distinct().count(),
        (int) pairs.stream().map(pair -> pair.two().post()).distinct().count());
  }

  private static boolean isOlder(Row one, Row two) {
    return one.seconds() < two.seconds()
        || (one.seconds() == two.seconds() && one.post() < two.post());
  }

  private static boolean near(Row one, Row two, long window) {
    return one.artifact() == two.artifact() && Math.abs(one.seconds() - two.seconds()) <= window;
  }

  private static List<Row> busy(List<Row> rows, int participation) {
    Map<Integer, Long> uses =
        rows.stream().collect(Collectors.groupingBy(Row::account, Collectors.counting()));
    return rows.stream().filter(row -> uses.get(row.account()) >= participation).toList();
  }
}
