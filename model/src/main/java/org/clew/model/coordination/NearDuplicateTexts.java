package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Turns posts into observations of nearly identical text. Candidates come from MinHash with
 * locality sensitive hashing (Broder 1997; Leskovec, Rajaraman and Ullman, ch. 3) and each is
 * verified on the sets themselves. The artifact is a group of texts joined by verified pairs, so
 * two texts of one group may be less alike than the limit. Case, mentions, punctuation and white
 * space do not count; texts shorter than one run of tokens are left out. Not safe for use by
 * several threads.
 */
public final class NearDuplicateTexts {
  private final TextParameters parameters;
  private final long[] salts;
  private final Map<Shingles.Key, Integer> numbers = new HashMap<>();
  private final List<long[]> sets = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();
  private final Observations.Builder rows = Observations.builder();

  /** With what counts as nearly the same. */
  public NearDuplicateTexts(TextParameters parameters) {
    this.parameters = parameters;
    this.salts =
        new SplittableRandom(parameters.seed())
            .longs((long) parameters.bands() * parameters.rowsPerBand())
            .toArray();
  }

  /** Takes one post that is no reshare. */
  public void add(int account, long seconds, int post, String text) {
    long[] shingles = Shingles.of(text, parameters.shingleTokens());
    if (shingles.length > 0) {
      rows.add(account, numberOf(shingles, text), seconds, post);
    }
  }

  /** The posts so far, with groups of nearly identical texts as artifacts. */
  public Observations observations() {
    DisjointSets groups = groups();
    Observations texts = rows.build();
    Observations.Builder grouped = Observations.builder();
    for (int row = 0; row < texts.size(); row++) {
      grouped.add(
          texts.account(row),
          groups.find(texts.artifact(row)),
          texts.seconds(row),
          texts.post(row));
    }
    return grouped.build();
  }

  /** The first text added to a group. */
  public String example(int artifact) {
    return examples.get(artifact);
  }

  private int numberOf(long[] shingles, String text) {
    Integer known = numbers.putIfAbsent(Shingles.Key.of(shingles), sets.size());
    if (known != null) {
      return known;
    }
    sets.add(shingles);
    examples.add(text);
    return sets.size() - 1;
  }

  private DisjointSets groups() {
    DisjointSets groups = new DisjointSets(sets.size());
    for (int band = 0; band < parameters.bands(); band++) {
      Map<Long, List<Integer>> buckets = new HashMap<>();
      for (int text = 0; text < sets.size(); text++) {
        List<Integer> bucket =
            buckets.computeIfAbsent(signature(text, band), unseen -> new ArrayList<>());
        joinAlike(groups, bucket, text);
        bucket.add(text);
      }
    }
    return groups;
  }

  private void joinAlike(DisjointSets groups, List<Integer> bucket, int text) {
    for (int other : bucket) {
      if (groups.find(other) != groups.find(text)
          && Shingles.jaccard(sets.get(other), sets.get(text)) >= parameters.minJaccard()) {
        groups.join(other, text);
      }
    }
  }

  private long signature(int text, int band) {
    long signature = 0;
    for (int row = 0; row < parameters.rowsPerBand(); row++) {
      long salt = salts[band * parameters.rowsPerBand() + row];
      long least = Long.MAX_VALUE;
      for (long shingle : sets.get(text)) {
        least = Math.min(least, Shingles.mix(shingle ^ salt));
      }
      signature = Shingles.mix(signature ^ least);
    }
    return signature;
  }
}
