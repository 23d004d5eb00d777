package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearDuplicateTextsTest {
  private static final String TEXT =
      "the council voted last night to close the old bridge and nobody asked the people who cross"
          + " it every morning on their way to work in the harbour";

  @Test
  void shouldOverlookCaseMentionsPunctuationAndSpace() {
    assertThat(artifacts(TEXT, "@a_b  " + TEXT.toUpperCase(java.util.Locale.ROOT) + "!!"))
        .containsExactly(0, 0);
  }

  @Test
  void shouldGroupTextsWithOneWordAdded() {
    assertThat(artifacts(TEXT, TEXT + " tomorrow", "something else altogether is said right here"))
        .containsExactly(0, 0, 2);
  }

  @Test
  void shouldKeepTextsApartThatShareLess() {
    assertThat(artifacts(TEXT, TEXT.replace("bridge", "road").replace("morning", "evening")))
        .containsExactly(0, 1);
  }

  @Test
  void shouldLeaveOutTextsTooShortToCompare() {
    assertThat(artifacts("good morning to all", "")).isEmpty();
  }

  @Test
  void shouldFindWhatComparingAllPairsFinds() {
    SplittableRandom random = new SplittableRandom(4);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      texts.add(variant(random, i % 12));
    }

    DisjointSets expected = new DisjointSets(texts.size());
    for (int one = 0; one < texts.size(); one++) {
      for (int two = 0; two < one; two++) {
        if (Shingles.jaccard(Shingles.of(texts.get(one), 5), Shingles.of(texts.get(two), 5))
            >= 0.8) {
          expected.join(one, two);
        }
      }
    }
    List<Integer> found = artifacts(texts.toArray(new String[0]));
    for (int one = 0; one < texts.size(); one++) {
      for (int two = 0; two < one; two++) {
        assertThat(found.get(one).equals(found.get(two)))
            .isEqualTo(expected.find(one) == expected.find(two));
      }
    }
  }

  private static String variant(SplittableRandom random, int template) {
    int changed = random.nextInt(60);
    return IntStream.range(0, 40)
        .mapToObj(word -> word == changed ? "other" + random.nextInt(9) : template + "word" + word)
        .collect(Collectors.joining(" "));
  }

  private static List<Integer> artifacts(String... texts) {
    NearDuplicateTexts posts = new NearDuplicateTexts(TextParameters.defaults());
    for (int post = 0; post < texts.length; post++) {
      posts.add(post, post, post, texts[post]);
    }
    Observations observations = posts.observations();
    return IntStream.range(0, observations.size()).mapToObj(observations::artifact).toList();
  }
}
