package org.clew.loader.entity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {
  @ParameterizedTest
  @CsvSource({
    "Press TV, press-tv",
    "People's Daily (Renmin Ribao), people-s-daily-renmin-ribao",
    "RT Español, rt-espanol",
    "Tsargrad.tv, tsargrad-tv"
  })
  void shouldBeReadable(String text, String slug) {
    assertThat(Slugs.of(text)).isEqualTo(slug);
  }

  @Property
  void shouldNeverBeEmptyAndHoldNoSeparators(@ForAll String text) {
    assertThat(Slugs.of(text)).isNotEmpty().doesNotContain(":", "|", "/", " ");
  }
}
