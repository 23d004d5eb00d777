package org.clew.api.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clew.api.attribution.AttributionDocument.VerdictDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictDocumentTest {
  private static VerdictDocument verdict(
      String relation, String confidence, @Nullable String likelihood) {
    return new VerdictDocument(relation, confidence, likelihood, List.of(), List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none           | low      | likely, if what it rests on holds",
        "state-aligned  | low      | likely, if what it rests on holds",
        "state-linked   | moderate | likely",
        "originates-in  | high     | likely"
      })
  void shouldNameTheConditionBelowModerateWhateverTheRelation(
      String relation, String confidence, String expected) {
    assertThat(verdict(relation, confidence, "likely").conditionalLikelihood()).isEqualTo(expected);
  }

  @Test
  void shouldSayNothingWhereThereIsNoLikelihood() {
    assertThat(verdict("state-aligned", "insufficient", null).conditionalLikelihood()).isNull();
  }
}
