package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clew.loader.observation.Samples.ALICE;
import static org.clew.loader.observation.Samples.BOB;
import static org.clew.loader.observation.Samples.SOURCE;
import static org.clew.loader.observation.Samples.load;
import static org.clew.loader.observation.Samples.observation;
import static org.clew.loader.observation.Samples.observations;
import static org.clew.loader.observation.Samples.post;
import static org.clew.loader.observation.Samples.posts;
import static org.clew.loader.observation.Samples.request;
import static org.clew.loader.observation.Samples.url;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.Post;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationLogTest {
  @TempDir Path folder;
  ObservationLog log = ObservationLog.in(Path.of("unset"));

  @BeforeEach
  void openLog() {
    log = ObservationLog.in(folder.resolve("log"));
  }

  @Test
  void shouldGiveBackWhatWasWritten() {
    Post post = post(ALICE, "x:9", "one\ntwo \"three\" \u202efour\u0000 \uD83D\uDE00", 2);
    Observation linked = url(ALICE, "https://news.example/a?b=ä", 1_500_000_000L, "x:9", 2);
    Observation mention =
        observation(ObservationKind.MENTION, BOB, ALICE.value(), 5, "x:10", ALICE, 3);

    load(log, request("posts.csv"), List.of(linked, post, mention));

    assertThat(posts(log, RowFilter.all())).containsExactly(post);
    assertThat(observations(log, RowFilter.all())).containsExactly(linked, mention);
  }

  @Test
  void shouldKeepMissingTimesTextsAndTargetsMissing() {
    Origin origin = new Origin(SOURCE, "posts.csv", 7);
    Post post = new Post(ALICE, "x:9", null, null, null, origin);
    Observation tag =
        new Observation(ObservationKind.HASHTAG, ALICE, "qods", null, "x:9", null, origin);

    load(log, request("posts.csv"), List.of(post, tag));

    assertThat(posts(log, RowFilter.all())).containsExactly(post);
    assertThat(observations(log, RowFilter.all())).containsExactly(tag);
    assertThat(observations(log, RowFilter.timed())).isEmpty();
  }

  @Test
  void shouldDescribeTheLoadInTheCatalogue() {
    Load load =
        load(
            log,
            request("posts.csv"),
            List.of(
                post(ALICE, "x:9", "text", 1),
                url(ALICE, "u", 86_000, "x:9", 1),
                url(BOB, "u", 86_001, "x:8", 2)));

    assertThat(log.loads()).containsExactly(load);
    assertThat(load.rows()).isEqualTo(Map.of(ObservationKind.POST, 1L, ObservationKind.URL, 2L));
    assertThat(load.posts()).isEqualTo(1);
    assertThat(load.observations()).isEqualTo(2);
    assertThat(load.earliest()).isEqualTo(Instant.ofEpochSecond(86_000));
    assertThat(load.latest()).isEqualTo(Instant.ofEpochSecond(86_400));
    assertThat(folder.resolve("log/segments/" + load.segment() + ".parquet")).exists();
  }

  @Test
  void shouldFindAFileThatIsThereAndRefuseToWriteItTwice() {
    Load load = load(log, request("posts.csv"), List.of(url(ALICE, "u", 1, "x:9", 1)));
    String sha256 = Hashes.sha256("posts.csv");

    assertThat(log.find(sha256, "x-archive", "")).contains(load);
    assertThat(log.find(sha256, "x-archive", "other")).isEmpty();
    assertThat(log.find(Hashes.sha256("other"), "x-archive", "")).isEmpty();
    assertThatThrownBy(() -> log.begin(request("posts.csv")))
        .isInstanceOfSatisfying(
            ClewException.class, e -> assertThat(e.reason()).isEqualTo(Reason.USAGE))
        .hasMessageContaining("posts.csv");
  }

  @Test
  void shouldWriteTheSameBytesForTheSameRows() {
    ObservationLog other = ObservationLog.in(folder.resolve("other"));
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(url(i % 3 == 0 ? ALICE : BOB, "https://news.example/" + i % 700, i, "x:" + i, i));
      rows.add(post(ALICE, "x:" + i, "text " + i * 31 % 997, i));
    }

    Load first = load(log, request("posts.csv"), rows);
    Load second = load(other, request("posts.csv"), rows);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void shouldLeaveNoTraceOfALoadThatWasNotCommitted() throws IOException {
    try (LoadWriter writer = log.begin(request("posts.csv"))) {
      writer.add(url(ALICE, "u", 1, "x:9", 1));
    }

    assertThat(log.loads()).isEmpty();
    assertThat(filesBelow(folder)).containsExactly("log/write.lock");
  }

  @Test
  void shouldClearAwayWhatAnInterruptedLoadLeft() throws IOException {
    Load before = load(log, request("a.csv"), List.of(url(ALICE, "u", 1, "x:9", 1)));
    Path leftover = folder.resolve("log/temporary/0123456789abcdef/url.parquet");
    Files.createDirectories(leftover.getParent());
    Files.writeString(leftover, "PAR1 half a file");
    Path orphan = folder.resolve("log/segments/" + "0".repeat(64) + ".parquet");
    Files.writeString(orphan, "moved, but its entry was never written");
    Files.writeString(folder.resolve("log/loads/" + before.id() + ".json.tmp"), "{\"id\":");

    assertThat(log.loads()).containsExactly(before);
    ObservationLog next = ObservationLog.in(folder.resolve("log"));
    Load after = load(next, request("b.csv"), List.of(url(BOB, "u", 2, "x:8", 1)));

    assertThat(log.loads()).containsExactlyInAnyOrder(before, after);
    assertThat(leftover).doesNotExist();
    assertThat(orphan).doesNotExist();
    assertThat(log.verify()).isEmpty();
  }

  @Test
  void shouldRefuseASecondWriter() {
    try (LoadWriter writer = log.begin(request("a.csv"))) {
      writer.add(url(ALICE, "u", 1, "x:9", 1));

      assertThatThrownBy(() -> ObservationLog.in(folder.resolve("log")).begin(request("b.csv")))
          .isInstanceOfSatisfying(
              ClewException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
      writer.commit();
    }
    assertThat(load(log, request("b.csv"), List.of()).observations()).isZero();
  }

  @Test
  void shouldWaitForAnotherWriter() {
    LoadWriter first = log.begin(request("a.csv"));
    AtomicInteger waits = new AtomicInteger();
    Runnable busy =
        () -> {
          if (waits.incrementAndGet() == 3) {
            first.add(url(ALICE, "u", 1, "x:9", 1));
            first.commit();
            first.close();
          }
        };

    try (LoadWriter second = log.begin(request("b.csv"), busy).orElseThrow()) {
      second.commit();
    }

    assertThat(waits).hasValue(3);
    assertThat(log.loads()).hasSize(2);
    assertThat(log.begin(request("a.csv"), busy)).isEmpty();
    assertThat(load(log, request("c.csv"), List.of()).observations()).isZero();
  }

  @Test
  void shouldStayLockedForOtherProcessesWhenAThreadIsRefused() throws Exception {
    try (LoadWriter writer = log.begin(request("a.csv"))) {
      assertThatThrownBy(() -> log.begin(request("b.csv"))).isInstanceOf(ClewException.class);

      assertThat(lockedElsewhere(folder.resolve("log/write.lock"))).isTrue();
      writer.commit();
    }
    assertThat(lockedElsewhere(folder.resolve("log/write.lock"))).isFalse();
  }

  private static boolean lockedElsewhere(Path file) throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockProbe.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    int status = other.waitFor();
    assertThat(status).isIn(LockProbe.FREE, LockProbe.LOCKED);
    return status == LockProbe.LOCKED;
  }

  @Test
  void shouldFindOneChangedByteAnywhere() throws IOException {
    Load load =
        load(
            log,
            request("posts.csv"),
            List.of(url(ALICE, "u", 1, "x:9", 1), post(BOB, "p", "t", 2)));
    Path segment = folder.resolve("log/segments/" + load.segment() + ".parquet");
    byte[] sound = Files.readAllBytes(segment);
    for (int at = 0; at < sound.length; at += 97) {
      byte[] damaged = sound.clone();
      damaged[at] ^= 1;
      Files.write(segment, damaged);

      assertThat(log.verify())
          .singleElement()
          .satisfies(damage -> assertThat(damage.file()).contains(load.segment()));
    }
    Files.delete(segment);
    assertThat(log.verify())
        .singleElement()
        .extracting(Damage::problem)
        .asString()
        .contains("missing");
    assertThatThrownBy(() -> log.scan(RowFilter.all()).read(ObservationKind.URL))
        .isInstanceOfSatisfying(
            ClewException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
  }

  @Test
  void shouldFindADamagedEntry() throws IOException {
    Load load = load(log, request("posts.csv"), List.of(url(ALICE, "u", 1, "x:9", 1)));
    Files.writeString(folder.resolve("log/loads/" + load.id() + ".json"), "{\"id\": 1");

    assertThat(log.verify())
        .singleElement()
        .extracting(Damage::file)
        .asString()
        .contains(load.id());
  }

  @Test
  void shouldTakeBackOneSourceOnly() {
    EntityId other = EntityId.source("other");
    LoadRequest both =
        new LoadRequest(
            "x-archive",
            "",
            List.of(
                new LoadedFile("a.csv", Hashes.sha256("a"), SOURCE),
                new LoadedFile("b.csv", Hashes.sha256("b"), other)));
    Observation kept =
        new Observation(
            ObservationKind.URL, BOB, "u", null, "x:8", null, new Origin(other, "b.csv", 4));
    load(log, both, List.of(url(ALICE, "u", 1, "x:9", 1), kept));

    assertThat(log.remove(SOURCE)).isEqualTo(1);

    assertThat(observations(log, RowFilter.all())).containsExactly(kept);
    assertThat(log.find(Hashes.sha256("a"), "x-archive", "")).isEmpty();
    assertThat(log.find(Hashes.sha256("b"), "x-archive", "")).isPresent();
    assertThat(log.verify()).isEmpty();
    assertThat(log.remove(other)).isEqualTo(1);
    assertThat(log.loads()).isEmpty();
    assertThat(log.remove(other)).isZero();
  }

  @Test
  void shouldKeepErasedAccountsOutOfTheLogAndOfLaterLoads() throws IOException {
    List<Object> rows =
        List.of(
            post(ALICE, "x:9", "mine", 1),
            url(ALICE, "u", 1, "x:9", 1),
            observation(ObservationKind.MENTION, BOB, ALICE.value(), 2, "x:10", ALICE, 2),
            observation(ObservationKind.RESHARE, BOB, "x:9", 3, "x:11", ALICE, 3),
            url(BOB, "u", 4, "x:12", 4));
    Load before = load(log, request("posts.csv"), rows);

    assertThat(log.erase(Set.of(ALICE), Set.of())).isEqualTo(new Erasure(1, 3, List.of()));

    List<Observation> left =
        List.of(
            url(BOB, "u", 4, "x:12", 4),
            observation(ObservationKind.RESHARE, BOB, "x:9", 3, "x:11", null, 3));
    assertThat(observations(log, RowFilter.all())).containsExactlyElementsOf(left);
    assertThat(posts(log, RowFilter.all())).isEmpty();
    assertThat(log.isErased(ALICE)).isTrue();
    assertThat(log.isErased(BOB)).isFalse();
    Load erased = log.loads().get(0);
    assertThat(erased.withheld()).isEqualTo(3);
    assertThat(folder.resolve("log/segments/" + before.segment() + ".parquet")).doesNotExist();
    assertThat(log.verify()).isEmpty();

    log.remove(SOURCE);
    Load again = load(log, request("posts.csv"), rows);

    assertThat(again).isEqualTo(erased);
    assertThat(Files.readString(folder.resolve("log/erased.txt"))).doesNotContain(ALICE.value());
  }

  @Test
  void shouldEraseTwiceWithoutHarm() {
    load(
        log,
        request("posts.csv"),
        List.of(url(ALICE, "u", 1, "x:9", 1), url(BOB, "u", 2, "x:8", 2)));
    log.erase(Set.of(ALICE), Set.of());
    List<Load> once = log.loads();

    assertThat(log.erase(Set.of(ALICE), Set.of())).isEqualTo(new Erasure(0, 0, List.of()));
    assertThat(log.loads()).isEqualTo(once);
  }

  @Test
  void shouldStopVisitingWhenTheVisitorSaysSo() {
    load(
        log,
        request("posts.csv"),
        List.of(url(ALICE, "u", 1, "x:9", 1), url(BOB, "u", 2, "x:8", 2)));
    List<Observation> seen = new ArrayList<>();

    log.observations(
        Set.of(ObservationKind.URL),
        RowFilter.all(),
        row -> {
          seen.add(row);
          return false;
        });

    assertThat(seen).containsExactly(url(ALICE, "u", 1, "x:9", 1));
  }

  private static List<String> filesBelow(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
