package org.clew.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import org.clew.model.access.AccessKey.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void shouldKnowItsOwnTextAndNoOther() {
    IssuedKey one = issued(null);
    IssuedKey other = issued(null);
    assertThat(one.key().matches(one.text())).isTrue();
    assertThat(one.key().matches(other.text())).isFalse();
    assertThat(AccessKey.idIn(one.text())).contains(one.key().id());
  }

  @Test
  void shouldKeepNothingOfTheSecret() {
    IssuedKey issued = issued(null);
    String secret = issued.text().substring(issued.text().length() - 43);
    assertThat(issued.key().toString()).doesNotContain(secret);
    assertThat(issued.toString()).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "clew_", "Bearer x", "clew_0123456789ab_short", "clew_0123456789AB_"})
  void shouldFindNoIdInATextThatIsNoKey(String text) {
    assertThat(AccessKey.idIn(text)).isEmpty();
  }

  @Test
  void shouldBeValidToTheEndOfItsLastDay() {
    AccessKey key = issued(LocalDate.parse("2026-03-02")).key();
    assertThat(key.stateAt(Instant.parse("2026-03-02T23:59:59Z"))).isEqualTo(State.VALID);
    assertThat(key.stateAt(Instant.parse("2026-03-03T00:00:00Z"))).isEqualTo(State.EXPIRED);
  }

  @Test
  void shouldStayRevokedFromTheFirstTimeOn() {
    AccessKey revoked = issued(null).key().revokedAt(NOON);
    assertThat(revoked.stateAt(NOON)).isEqualTo(State.REVOKED);
    assertThat(revoked.revokedAt(NOON.plusSeconds(9)).revoked()).isEqualTo(NOON);
  }

  @Test
  void shouldOrderRoles() {
    assertThat(Role.ADMIN.allows(Role.READER)).isTrue();
    assertThat(Role.ANALYST.allows(Role.ANALYST)).isTrue();
    assertThat(Role.READER.allows(Role.ANALYST)).isFalse();
    assertThat(Role.parse(" Analyst ")).isEqualTo(Role.ANALYST);
    assertThatThrownBy(() -> Role.parse("root")).hasMessageContaining("reader, analyst, admin");
  }

  private static IssuedKey issued(LocalDate expires) {
    return IssuedKey.of("test", Role.READER, expires, NOON, new SecureRandom());
  }
}
