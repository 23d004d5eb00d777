package org.clew.loader.coordination;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Numbers codes by the text behind them, so that results do not depend on the order in which a log
 * was filled.
 */
final class Ranking {
  private final int[] rankOfCode;
  private final String[] names;

  private Ranking(int[] rankOfCode, String[] names) {
    this.rankOfCode = rankOfCode;
    this.names = names;
  }

  private record Named(String name, int code) {}

  static Ranking of(BitSet codes, IntFunction<String> name) {
    Named[] named =
        codes.stream().mapToObj(code -> new Named(name.apply(code), code)).toArray(Named[]::new);
    Arrays.parallelSort(named, Comparator.comparing(Named::name));
    int[] rankOfCode = new int[codes.length()];
    String[] names = new String[named.length];
    for (int rank = 0; rank < named.length; rank++) {
      rankOfCode[named[rank].code()] = rank;
      names[rank] = named[rank].name();
    }
    return new Ranking(rankOfCode, names);
  }

  /** The rank of each code, in alphabetical order. */
  int[] ranks() {
    return rankOfCode;
  }

  /** The text of each rank. */
  List<String> names() {
    return Arrays.asList(names);
  }
}
