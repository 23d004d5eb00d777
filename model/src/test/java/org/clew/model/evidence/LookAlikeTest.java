package org.clew.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.model.evidence.LookAlike.Likeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikeTest {
  @ParameterizedTest
  @CsvSource({
    "theatlantic.com,      theatlatnic.com,            NEARLY_THE_SAME",
    "bloomberg.com,        bloomberq.com,              NEARLY_THE_SAME",
    "theguardian.com,      theguaradian.com,           NEARLY_THE_SAME",
    "bloomberg.com,        b1oornberg.com,             SAME_TO_THE_EYE",
    "lemonde.fr,           1emonde.org,                SAME_TO_THE_EYE",
    "apple.com,            xn--80ak6aa92e.com,         SAME_TO_THE_EYE",
    "bildung.de,           xn--bildng-6ya.de,          SAME_TO_THE_EYE",
    "haaretz.com,          haaretz.com.evil.org,       SAME_TO_THE_EYE",
    "spiegel.de,           spiegel.ltd,                NONE",
    "spiegel.de,           news.spiegel.de,            NONE",
    "rt.com,               vt.com,                     NONE",
    "tsargrad.tv,          novorosinform.org,          NONE",
    "geopolitika.ru,       katehon.com,                NONE",
  })
  void shouldTellALookAlikeFromAnotherName(String host, String other, Likeness likeness) {
    assertThat(LookAlike.of(host, registrable(host), other, registrable(other)))
        .isEqualTo(likeness);
    assertThat(LookAlike.of(other, registrable(other), host, registrable(host)))
        .isEqualTo(likeness);
  }

  @ParameterizedTest
  @CsvSource({
    "spiegel.de, spiegel.ltd, true",
    "spiegel.de, spiegel.de, false",
    "spiegel.de, bild.de, false"
  })
  void shouldKnowTheSameLabelUnderAnotherSuffix(String host, String other, boolean same) {
    assertThat(LookAlike.sameLabel(host, other)).isEqualTo(same);
  }

  private static String registrable(String host) {
    String[] labels = host.split("\\.");
    return labels[labels.length - 2] + "." + labels[labels.length - 1];
  }
}
