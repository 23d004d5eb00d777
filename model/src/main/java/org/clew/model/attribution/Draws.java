package org.clew.model.attribution;

import java.util.HashMap;
import java.util.Map;

/**
 * Which samples of a simulation a pair holds in: bit by bit, 64 samples a word. The numbers drawn
 * depend on the seed and the pair's key alone, so that a pair of lower probability holds in a part
 * of the same samples. Words are kept for the next simulation.
 */
final class Draws {
  private static final double UNIT = 0x1.0p-53;

  private final int words;
  private final long seed;
  private final Map<Drawn, long[]> known = new HashMap<>();

  private record Drawn(int key, double probability) {}

  Draws(int samples, long seed) {
    this.words = (samples + Long.SIZE - 1) / Long.SIZE;
    this.seed = seed;
  }

  /** How many words there are. */
  int words() {
    return words;
  }

  /** The words of a pair. */
  long[] of(Reliability.Edge edge) {
    return known.computeIfAbsent(new Drawn(edge.key(), edge.probability()), this::draw);
  }

  private long[] draw(Drawn drawn) {
    long start = mix(seed ^ mix(drawn.key() * 0x9E3779B97F4A7C15L));
    long[] drawnWords = new long[words];
    for (int word = 0; word < words; word++) {
      long bits = 0;
      for (int i = 0; i < Long.SIZE; i++) {
        double uniform = (mix(start + (long) word * Long.SIZE + i) >>> 11) * UNIT;
        bits = bits << 1 | (uniform < drawn.probability() ? 1 : 0);
      }
      drawnWords[word] = bits;
    }
    return drawnWords;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
