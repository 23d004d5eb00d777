package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clew.loader.observation.Samples.ALICE;
import static org.clew.loader.observation.Samples.BOB;
import static org.clew.loader.observation.Samples.SITE;
import static org.clew.loader.observation.Samples.SOURCE;
import static org.clew.loader.observation.Samples.load;
import static org.clew.loader.observation.Samples.observation;
import static org.clew.loader.observation.Samples.post;
import static org.clew.loader.observation.Samples.request;
import static org.clew.loader.observation.Samples.url;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.clew.loader.observation.ObservationScan.Extra;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationColumns;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.TimePrecision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationScanTest {
  @TempDir Path folder;
  ObservationLog log = ObservationLog.in(Path.of("unset"));

  @BeforeEach
  void openLog() {
    log = ObservationLog.in(folder);
  }

  @Test
  void shouldGiveCodesInTheOrderOfTheRows() {
    load(
        log,
        request("posts.csv"),
        List.of(
            url(BOB, "second", 10, "x:1", 1),
            url(ALICE, "first", 20, "x:2", 2),
            url(BOB, "first", 30, "x:3", 3)));

    ObservationScan scan = log.scan(RowFilter.all());
    ObservationColumns rows = scan.read(ObservationKind.URL);

    assertThat(rows.size()).isEqualTo(3);
    assertThat(rows.accounts()).containsExactly(0, 1, 0);
    assertThat(rows.artifacts()).containsExactly(0, 1, 1);
    assertThat(rows.times()).containsExactly(10_000, 20_000, 30_000);
    assertThat(rows.posts()).isEmpty();
    assertThat(rows.targets()).isEmpty();
    assertThat(scan.entities().get(0)).isEqualTo(BOB.value());
    assertThat(scan.keys().get(1)).isEqualTo("first");
  }

  @Test
  void shouldShareCodesAmongKindsAndLoads() {
    load(
        log,
        request("a.csv"),
        List.of(
            post(BOB, "x:1", "text", 1),
            observation(ObservationKind.RESHARE, ALICE, "x:1", 5, "x:2", BOB, 2)));
    load(
        log,
        request("b.csv"),
        List.of(observation(ObservationKind.RESHARE, BOB, "x:1", 6, "x:3", BOB, 1)));

    ObservationScan scan = log.scan(RowFilter.all());
    ObservationColumns posts = scan.read(ObservationKind.POST, Extra.POSTS);
    ObservationColumns shares = scan.read(ObservationKind.RESHARE, Extra.POSTS, Extra.TARGETS);

    int original = posts.posts()[0];
    int bob = posts.accounts()[0];
    assertThat(posts.artifacts()).containsExactly(ObservationColumns.NONE);
    assertThat(shares.artifacts()).containsExactly(original, original);
    assertThat(shares.targets()).containsExactly(bob, bob);
    assertThat(shares.accounts()).contains(bob);
    assertThat(shares.posts()).doesNotContain(original).doesNotHaveDuplicates();
  }

  @Test
  void shouldLeaveOutTimesTooCoarseForAWindow() {
    Origin origin = new Origin(SOURCE, "posts.csv", 1);
    Moment day = new Moment(0, TimePrecision.DAY);
    Moment minute = new Moment(60_000, TimePrecision.MINUTE);
    load(
        log,
        request("posts.csv"),
        List.of(
            new Observation(ObservationKind.URL, ALICE, "u", day, "x:1", null, origin),
            new Observation(ObservationKind.URL, ALICE, "u", minute, "x:2", null, origin),
            new Observation(ObservationKind.URL, ALICE, "u", null, "x:3", null, origin)));

    ObservationColumns timed = log.scan(RowFilter.timed()).read(ObservationKind.URL);
    ObservationColumns all = log.scan(RowFilter.all()).read(ObservationKind.URL, Extra.TARGETS);

    assertThat(timed.times()).containsExactly(60_000);
    assertThat(all.times()).containsExactly(0, 60_000, ObservationColumns.NO_TIME);
    assertThat(all.targets()).containsOnly(ObservationColumns.NONE);
  }

  @Test
  void shouldReadNothingFromAnEmptyLog() {
    ObservationScan scan = log.scan(RowFilter.all());

    assertThat(scan.read(ObservationKind.TEXT).size()).isZero();
    assertThat(scan.entities().size()).isZero();
  }

  @Test
  void shouldFindTheRowsBehindALink() {
    Observation wanted = url(ALICE, "u", 1, "x:1", 1);
    Observation elsewhere =
        observation(ObservationKind.MENTION, ALICE, BOB.value(), 1, "x:1", BOB, 1);
    load(log, request("posts.csv"), List.of(wanted, elsewhere, url(BOB, "u", 2, "x:2", 2)));

    RowFilter link =
        RowFilter.all()
            .withSources(Set.of(SOURCE))
            .withAccounts(Set.of(ALICE))
            .withTargets(Set.of(SITE));

    assertThat(Samples.observations(log, link)).containsExactly(wanted);
  }
}
