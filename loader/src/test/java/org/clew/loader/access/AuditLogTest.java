package org.clew.loader.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clew.model.ClewException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Map<String, UnaryOperator<List<String>>> TAMPERINGS =
      Map.of(
          "change",
          lines -> with(lines, 2, lines.get(2).replace("\"status\":200", "\"status\":204")),
          "remove",
          lines -> without(lines, 2),
          "remove first",
          lines -> without(lines, 0),
          "reorder",
          lines -> swapped(lines, 2, 3),
          "repeat",
          lines -> inserted(lines, 2, lines.get(1)),
          "blank line",
          lines -> inserted(lines, 2, ""),
          "cut tail",
          lines -> lines.subList(0, 5),
          "cut all",
          lines -> List.of());

  @TempDir private Path folder;
  private AuditLog log;
  private Path file;

  @BeforeEach
  void open() {
    log = new AuditLog(folder, Clock.fixed(NOON, ZoneOffset.UTC));
    file = folder.resolve("audit.jsonl");
  }

  @Test
  void shouldChainEachLineToTheOneBefore() throws IOException {
    assertThat(log.verify().isWhole()).isTrue();
    fill(6);
    AuditVerification found = log.verify();
    assertThat(found.problem()).isNull();
    assertThat(found.lines()).isEqualTo(6);
    assertThat(Files.readString(file)).contains(found.head());
    List<Integer> numbers = log.read(lines -> lines.map(line -> line.get("n").asInt()).toList());
    assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "change",
        "remove",
        "remove first",
        "reorder",
        "repeat",
        "blank line",
        "cut tail",
        "cut all"
      })
  void shouldFindWhatWasTamperedWithNowAndAfterFurtherLines(String tampering) throws IOException {
    fill(6);
    List<String> after = TAMPERINGS.get(tampering).apply(Files.readAllLines(file));
    Files.write(file, after);

    long line =
        switch (tampering) {
          case "remove first", "cut all" -> 1;
          case "cut tail" -> 6;
          default -> 3;
        };
    assertThat(log.verify().line()).isEqualTo(line);
    assertThat(log.verify().problem()).startsWith("Line " + line + " ");
    fill(1);
    assertThat(log.verify().line()).isEqualTo(line);
  }

  @Test
  void shouldSayThatTheHeadIsMissing() throws IOException {
    fill(2);
    Files.delete(folder.resolve("audit.head"));
    assertThat(log.verify().problem()).contains("audit.head");
  }

  @Test
  void shouldGoOnAfterAWriterDiedInTheMiddleOfALine() throws IOException {
    fill(2);
    Files.writeString(file, "{\"n\":3,\"at\":\"20", StandardOpenOption.APPEND);
    assertThat(log.verify().line()).isEqualTo(3);
    fill(1);
    assertThat(log.verify().isWhole()).isTrue();
    assertThat(Files.readString(file)).contains("broken off after 15 bytes");
  }

  @Test
  void shouldGoOnAfterAWriterDiedBeforeItKeptTheHead() throws IOException {
    fill(2);
    byte[] head = Files.readAllBytes(folder.resolve("audit.head"));
    fill(1);
    Files.write(folder.resolve("audit.head"), head);
    assertThat(log.verify().isWhole()).isTrue();
    fill(1);
    assertThat(log.verify().lines()).isEqualTo(4);
  }

  @Test
  void shouldKeepWhatWasAskedOnOneLineAndCutIt() throws IOException {
    String hostile = "MATCH (n)\r\n\"},{\u2028" + "x".repeat(5_000);
    log.append(List.of(event(hostile)));
    assertThat(Files.readAllLines(file)).hasSize(1);
    String text = log.read(lines -> lines.findFirst().orElseThrow().get("text").asText());
    assertThat(text).startsWith("MATCH (n)\r\n").hasSizeLessThan(2_060).endsWith("…");
    assertThat(log.verify().isWhole()).isTrue();
  }

  @Test
  void shouldTakeLinesFromManyAtTheSameTime() {
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> new AuditLog(folder, Clock.systemUTC()).append(List.of(event("q" + i))));
    assertThat(log.verify().lines()).isEqualTo(40);
    assertThat(log.verify().isWhole()).isTrue();
  }

  @Test
  void shouldSayThatItCannotBeWritten() throws IOException {
    Files.createDirectory(file);
    assertThatThrownBy(() -> fill(1))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("cannot be written");
  }

  private void fill(int lines) {
    log.append(IntStream.range(0, lines).mapToObj(i -> event("MATCH (n) RETURN " + i)).toList());
  }

  private static AuditEvent event(String text) {
    return new AuditEvent(
        NOON, "local", null, "127.0.0.1", "POST", "/api/v1/cypher", "/api/v1/cypher", 200, 3, text);
  }

  private static List<String> with(List<String> lines, int at, String line) {
    List<String> copy = new ArrayList<>(lines);
    copy.set(at, line);
    return copy;
  }

  private static List<String> without(List<String> lines, int at) {
    List<String> copy = new ArrayList<>(lines);
    copy.remove(at);
    return copy;
  }

  private static List<String> inserted(List<String> lines, int at, String line) {
    List<String> copy = new ArrayList<>(lines);
    copy.add(at, line);
    return copy;
  }

  private static List<String> swapped(List<String> lines, int one, int other) {
    List<String> copy = new ArrayList<>(lines);
    Collections.swap(copy, one, other);
    return copy;
  }
}
