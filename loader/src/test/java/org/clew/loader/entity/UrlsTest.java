package org.clew.loader.entity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.Example.org:443/a/B?b=1&utm_source=x&fbclid=y&c=2#top, example.org/a/B?b=1&c=2",
    "http://example.org/, example.org",
    "http://example.org/?gclid=1, example.org",
    "http://example.org:8080/a, example.org:8080/a",
    "https://user:pass@example.org/a, example.org/a",
    "//example.org/a/, example.org/a/",
    "www.SouthSudanTV.net, southsudantv.net"
  })
  void shouldKeepOnlyWhatTellsPagesApart(String text, String url) {
    assertThat(Urls.normalise(text)).contains(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "data:text/html,x", "mailto:a@b.org", "67 accounts", ""})
  void shouldRefuseWhatIsNoWebAddress(String text) {
    assertThat(Urls.normalise(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hxxps://www[.]youtube[.]com/@x, https://www.youtube.com/@x",
    "info[at]amc239[.]com, info@amc239.com",
    "bad(.)example[dot]org, bad.example.org"
  })
  void shouldUndoDefanging(String text, String plain) {
    assertThat(Urls.refang(text)).isEqualTo(plain);
  }

  @Property
  void shouldBeIdempotentOnAnyText(@ForAll String text) {
    Urls.normalise(text).ifPresent(url -> assertThat(Urls.normalise(url)).contains(url));
  }
}
