package org.clew.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @Property
  void shouldWriteAnInstantAsTheStandardDoes(
      @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long second) {
    Instant instant = Instant.ofEpochSecond(second);
    assertThat(PartialDate.of(instant).text()).isEqualTo(instant.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-02-29T10:15:00Z", "2018-13-01T10:15:00Z", "2018-01-00T10:15:00Z",
        "2018-01-01T10:60:00Z", "2018-01-01 10:15:00Z", "2018-01-01T10:15:0xZ"
      })
  void shouldRefuseWhatIsNoInstant(String text) {
    assertThat(PartialDate.tryParse(text)).isEmpty();
  }
}
