package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatsTest {
  @Test
  void shouldSayOfEachFormatWhatItFillsAndHowItIsRecognised() {
    assertThat(Formats.all())
        .allSatisfy(
            reader -> {
              assertThat(reader.name()).matches("[a-z-]+");
              assertThat(reader.fills()).isNotBlank();
              assertThat(reader.recognisedBy()).isNotBlank();
            });
  }
}
