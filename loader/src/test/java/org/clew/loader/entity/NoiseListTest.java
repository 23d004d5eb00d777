package org.clew.loader.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseListTest {
  private final NoiseList noise = NoiseList.builtIn();

  @ParameterizedTest
  @CsvSource({
    "mc.yandex.ru, counter",
    "top-fwz1.mail.ru, counter",
    "counter.rambler.ru, counter",
    "pbs.twimg.com, CDN",
    "sni.cloudflaressl.com, CDN",
    "change.org, petition site",
    "bit.ly, URL shortener",
    "twitter.com, most visited"
  })
  void shouldKnowWhatHalfTheWebShares(String host, String reason) {
    assertThat(noise.host(host)).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parstoday.com", "someone.blogspot.com", "someone.wordpress.com"})
  void shouldLeaveSitesAndTenantsAlone(String host) {
    assertThat(noise.host(host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REDACTED FOR PRIVACY", "null", "", "  ", "-"})
  void shouldKnowPlaceholders(String value) {
    assertThat(noise.isPlaceholder(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Domains By Proxy, LLC",
        "Privacy Protect, LLC (PrivacyProtect.org)",
        "Privacy protection service - whoisproxy.ru",
        "Protection of Private Person",
        "Registration Private"
      })
  void shouldKnowPrivacyServices(String value) {
    assertThat(noise.isProxy(value)).isTrue();
  }

  @Test
  void shouldKnowRegistrarsAddressesFromRegistrants() {
    assertThat(noise.isServiceEmail("tld-abuse@nic.ru")).isTrue();
    assertThat(noise.isServiceEmail("NEWS-FRONT.INFO@regprivate.ru")).isTrue();
    assertThat(noise.isServiceEmail("riafan@yandex.ru")).isFalse();
  }

  @Test
  void shouldMarkHostsFromTheirIds() {
    assertThat(Descriptions.of(EntityId.domain("bit.ly")).attributes())
        .containsEntry(Attribute.SHORTENER.key(), true)
        .containsEntry(Attribute.NOISE.key(), "URL shortener");
    assertThat(Descriptions.of(EntityId.accountByHandle("x", "CGTN")).attributes())
        .containsEntry(Attribute.PLATFORM.key(), "x")
        .containsEntry(Attribute.HANDLE.key(), "cgtn");
  }
}
