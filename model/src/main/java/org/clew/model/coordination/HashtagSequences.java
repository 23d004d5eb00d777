package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns posts into observations of their hashtags in order: the artifact is the whole sequence.
 * Short sequences are left out; reshares must not be added, as they repeat another's hashtags. Not
 * safe for use by several threads.
 */
public final class HashtagSequences {
  /** Shorter sequences come about by chance. */
  public static final int DEFAULT_LENGTH = 5;

  private final int minLength;
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final List<List<Integer>> sequences = new ArrayList<>();
  private final Observations.Builder rows = Observations.builder();

  /** With the least number of hashtags in a sequence. */
  public HashtagSequences(int minLength) {
    if (minLength < 1) {
      throw new IllegalArgumentException("A sequence has at least one hashtag.");
    }
    this.minLength = minLength;
  }

  /** Takes one post that is no reshare, with its hashtags in order. */
  public void add(int account, long seconds, int post, List<Integer> hashtags) {
    if (hashtags.size() >= minLength) {
      rows.add(account, numberOf(List.copyOf(hashtags)), seconds, post);
    }
  }

  /** The posts with a sequence so far. */
  public Observations observations() {
    return rows.build();
  }

  /** The hashtags of an artifact, in order. */
  public List<Integer> sequence(int artifact) {
    return sequences.get(artifact);
  }

  private int numberOf(List<Integer> sequence) {
    Integer known = numbers.putIfAbsent(sequence, sequences.size());
    if (known != null) {
      return known;
    }
    sequences.add(sequence);
    return sequences.size() - 1;
  }
}
