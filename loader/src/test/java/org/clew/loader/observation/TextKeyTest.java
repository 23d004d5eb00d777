package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class TextKeyTest {
  @Test
  void shouldTakeOutMentionsWithTheirPunctuationAsTheToolkitDoes() {
    assertThat(TextKey.artifact("@Bob: READ\u00a0 this,\n@al-x http://u.example/A"))
        .isEqualTo(TextKey.artifact("read this, http://u.example/a"));
  }

  /** The definition, as the toolkit has it. */
  @Property
  void shouldGiveTheFormThatRegularExpressionsDefine(
      @ForAll
          @Chars({'@', ' ', 'a', 'B', '\n', '\u001c', '\u001f', '\u00a0', '\u0085', '\u2028', '.'})
          String text) {
    String expected =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("@[^\\s\\p{Z}\\x85]*", "")
            .replaceAll("[\\s\\p{Z}\\x85\\x1c-\\x1f]+", " ")
            .strip();
    assertThat(TextKey.form(text)).isEqualTo(expected);
  }

  @Test
  void shouldGiveNothingForMentionsAlone() {
    assertThat(TextKey.artifact("@bob @alice!")).isEmpty();
  }
}
