package org.clew.loader.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.clew.model.ClewException;
import org.clew.model.access.AccessKey;
import org.clew.model.access.IssuedKey;
import org.clew.model.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  @TempDir private Path folder;
  private Path path;
  private KeyFile keys;

  @BeforeEach
  void open() {
    path = folder.resolve("new/keys.json");
    keys = at("2026-03-01T12:00:00Z");
  }

  @Test
  void shouldKeepTheHashAndNeverTheKey() throws IOException {
    IssuedKey issued = keys.create(Role.ANALYST, "laptop", LocalDate.parse("2026-12-31"));
    assertThat(keys.list()).containsExactly(issued.key());
    String kept = Files.readString(path);
    assertThat(kept).contains(issued.key().sha256()).doesNotContain(issued.text().substring(18));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldSeeAtOnceWhatAnotherProcessChanged() {
    LiveKeys live = new LiveKeys(keys);
    assertThat(live.find("nothing")).isEmpty();
    IssuedKey issued = at("2026-03-01T12:00:01Z").create(Role.READER, "", null);
    assertThat(live.find(issued.text())).contains(issued.key());
    assertThat(live.find(issued.text() + "x")).isEmpty();
    at("2026-03-01T12:00:02Z").revoke(issued.key().id());
    assertThat(live.find(issued.text())).isEmpty();
  }

  @Test
  void shouldLetAKeyInToTheEndOfItsLastDay() {
    IssuedKey issued = keys.create(Role.READER, "", LocalDate.parse("2026-03-01"));
    assertThat(new LiveKeys(keys).find(issued.text())).isPresent();
    assertThat(new LiveKeys(at("2026-03-02T00:00:00Z")).find(issued.text())).isEmpty();
    assertThat(at("2026-03-02T00:00:00Z").hasValidKey()).isFalse();
  }

  @Test
  void shouldLoseNoKeyWhenManyMakeOnesAtTheSameTime() {
    List<String> made =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> at("2026-03-01T12:00:00Z").create(Role.READER, "k" + i, null))
            .map(issued -> issued.key().id())
            .toList();
    assertThat(keys.list().stream().map(AccessKey::id).toList())
        .containsExactlyInAnyOrderElementsOf(made);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"version\":2,\"keys\":[]}",
        "{\"version\":1,\"keys\":[{}]}",
        "{\"version\":1,\"keys\":[null]}",
        "{\"version\":1,\"keys\":[]} x",
        "{\"version\":1,\"keys\":[{\"id\":\"0123456789ab\",\"name\":\"\",\"role\":\"root\",\"sha256\":"
            + "\"00\",\"created\":\"x\",\"expires\":null,\"revoked\":null}]}"
      })
  void shouldLetNobodyInWhereTheFileIsDamaged(String content) throws IOException {
    IssuedKey issued = keys.create(Role.ADMIN, "", null);
    Files.writeString(path, content);
    assertThatThrownBy(() -> new LiveKeys(keys).find(issued.text()))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("damaged; nobody is let in");
    assertThatThrownBy(() -> keys.create(Role.ADMIN, "", null)).hasMessageContaining("damaged");
    assertThat(path).hasContent(content);
  }

  @Test
  void shouldLetNobodyInAnyMoreOnceTheFileIsDamagedUnderARunningServer() throws IOException {
    IssuedKey issued = keys.create(Role.ADMIN, "", null);
    LiveKeys live = new LiveKeys(keys);
    assertThat(live.find(issued.text())).isPresent();
    Files.writeString(path, "{\"version\":1,");
    assertThatThrownBy(() -> live.find(issued.text())).isInstanceOf(ClewException.class);
    Files.delete(path);
    assertThat(live.find(issued.text())).isEmpty();
  }

  @Test
  void shouldSayWhatCannotBeDone() {
    assertThatThrownBy(() -> keys.revoke("nobody")).hasMessageContaining("no key 'nobody'");
    assertThatThrownBy(() -> keys.create(Role.READER, "", LocalDate.parse("2026-02-28")))
        .hasMessageContaining("2026-02-28");
    assertThatThrownBy(() -> keys.create(Role.READER, "x".repeat(101), null))
        .hasMessageContaining("100 characters");
    assertThat(keys.list()).isEmpty();
  }

  private KeyFile at(String moment) {
    return new KeyFile(path, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
  }
}
