package org.clew.model.coordination;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The set of a text's runs of tokens, as sorted hashes. */
final class Shingles {
  private static final Pattern MENTION = Pattern.compile("@\\w+");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{M}\\p{N}#]+");

  private Shingles() {}

  /** Empty when the text has fewer tokens than one run. */
  static long[] of(String text, int tokens) {
    String plain = MENTION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    List<String> words = GAP.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    return LongStream.rangeClosed(0, (long) words.size() - tokens)
        .map(first -> hash(words.subList((int) first, (int) first + tokens)))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Jaccard's similarity of two sorted sets. */
  static double jaccard(long[] one, long[] two) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < two.length) {
      int order = Long.compare(one[i], two[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) common / (one.length + two.length - common);
  }

  /** Whether one set is another, as a key of maps. */
  record Key(List<Long> hashes) {
    static Key of(long[] shingles) {
      return new Key(Arrays.stream(shingles).boxed().toList());
    }
  }

  private static long hash(List<String> words) {
    long hash = 0;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        hash = mix(hash ^ word.charAt(i));
      }
      hash = mix(hash ^ ' ');
    }
    return hash;
  }

  /** The finalizer of SplitMix64: a permutation of all longs. */
  static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
