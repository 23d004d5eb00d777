package org.clew.loader.entity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  @ParameterizedTest
  @CsvSource({
    "WWW.PressTV.ir, presstv.ir",
    "presstv.ir., presstv.ir",
    "presstv.ir:8080, presstv.ir",
    "www.gov.uk, www.gov.uk",
    "www.com, www.com",
    "кремль.рф, xn--e1ajeds9e.xn--p1ai",
    "Bücher.example.de, xn--bcher-kva.example.de",
    "foo_bar.blogspot.com, foo_bar.blogspot.com",
    "www.Herald.example, herald.example"
  })
  void shouldBringHostsToTheirNormalForm(String text, String host) {
    assertThat(Hosts.normalise(text)).contains(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "127.0.0.1", "a..b.com", "-a.com", "setup.exe", "two words.com"})
  void shouldRefuseWhatIsNoHost(String text) {
    assertThat(Hosts.normalise(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "news.bbc.co.uk, bbc.co.uk, bbc",
    "a.one.blogspot.com, one.blogspot.com, one",
    "blogspot.com, blogspot.com, blogspot",
    "a.one.wordpress.com, one.wordpress.com, one",
    "one.livejournal.com, one.livejournal.com, one",
    "livejournal.com, livejournal.com, livejournal",
    "news.herald.example, herald.example, herald",
    "www.abc.onion, abc.onion, abc",
    "rthkradiopth-live.akamaized.net, rthkradiopth-live.akamaized.net, rthkradiopth-live"
  })
  void shouldFindTheRegistrableDomainWithPrivateSuffixes(String host, String domain, String label) {
    assertThat(Hosts.registrableDomain(host)).isEqualTo(domain);
    assertThat(Hosts.registrableLabel(host)).isEqualTo(label);
  }

  @Test
  void shouldTellTenantsFromOwners() {
    assertThat(Hosts.isTenant("one.wordpress.com")).isTrue();
    assertThat(Hosts.isTenant("parstoday.com")).isFalse();
  }

  @Property
  void shouldBeIdempotentOnAnyText(@ForAll String text) {
    Hosts.normalise(text).ifPresent(host -> assertThat(Hosts.normalise(host)).contains(host));
  }
}
