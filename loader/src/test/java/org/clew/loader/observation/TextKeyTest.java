package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextKeyTest {
  @Test
  void shouldTakeOutMentionsWithTheirPunctuationAsTheToolkitDoes() {
    assertThat(TextKey.artifact("@Bob: READ\u00a0 this,\n@al-x http://u.example/A"))
        .isEqualTo(TextKey.artifact("read this, http://u.example/a"));
  }

  @Test
  void shouldGiveNothingForMentionsAlone() {
    assertThat(TextKey.artifact("@bob @alice!")).isEmpty();
  }
}
