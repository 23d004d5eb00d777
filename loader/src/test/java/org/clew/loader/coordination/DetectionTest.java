package org.clew.loader.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clew.loader.coordination.SampleLogs.act;
import static org.clew.loader.coordination.SampleLogs.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.clew.loader.observation.ObservationLog;
import org.clew.model.ClewException;
import org.clew.model.coordination.DetectionParameters;
import org.clew.model.coordination.DetectionParameters.ChanceTest;
import org.clew.model.coordination.SignalKind;
import org.clew.model.coordination.WeightMode;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectionTest {
  @TempDir Path folder;

  @Test
  void shouldFindTheSameWhateverTheOrderAndHoweverTheRowsWereLoaded() throws IOException {
    List<Observation> rows = campaign("");
    ObservationLog inOrder = log("order", rows);
    List<Observation> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(5));
    ObservationLog inTwoLoads = ObservationLog.in(folder.resolve("two"));
    SampleLogs.load(inTwoLoads, "b.csv", shuffled.subList(0, rows.size() / 3));
    SampleLogs.load(inTwoLoads, "a.csv", shuffled.subList(rows.size() / 3, rows.size()));

    for (WeightMode mode : WeightMode.values()) {
      DetectionRequest request =
          DetectionRequest.of(
              EnumSet.of(SignalKind.URL),
              DetectionParameters.of(mode, 60).with(ChanceTest.defaults()));
      DetectionResult one = Detection.run(inOrder, request, 1, DetectionProgress.NONE);
      DetectionResult two = Detection.run(inTwoLoads, request, 2, DetectionProgress.NONE);

      assertThat(csv(one)).as(mode.name()).hasSizeGreaterThan(2).isEqualTo(csv(two));
      assertThat(one.accounts()).isEqualTo(two.accounts());
      assertThat(one.clusters()).isEqualTo(two.clusters());
      assertThat(one.clusters()).isNotNull();
      assertThat(one.clusters().clusters()).isNotEmpty();
    }
  }

  /** Archives that overlap, and a table with repeated rows that is loaded in two parts. */
  @ParameterizedTest
  @EnumSource(WeightMode.class)
  void shouldCountNoActTwiceThatWasLoadedTwice(WeightMode mode) throws IOException {
    List<Observation> rows = campaign("");
    rows.add(act(ObservationKind.URL, "once", "http://news.example/1", 50, "o", 900));
    ObservationLog overlapping = ObservationLog.in(folder.resolve("overlapping"));
    SampleLogs.load(overlapping, "a.csv", rows.subList(0, rows.size() / 2));
    SampleLogs.load(overlapping, "b.csv", rows.subList(rows.size() / 4, rows.size()));
    SampleLogs.load(overlapping, "c.csv", rows.subList(rows.size() - 1, rows.size()));
    DetectionRequest request =
        DetectionRequest.of(
            EnumSet.of(SignalKind.URL),
            DetectionParameters.of(mode, 60).with(ChanceTest.defaults()));

    DetectionResult once = Detection.run(log("once", rows), request, 1, DetectionProgress.NONE);
    DetectionResult twice = Detection.run(overlapping, request, 1, DetectionProgress.NONE);

    assertThat(csv(twice)).hasSizeGreaterThan(2).isEqualTo(csv(once));
    assertThat(twice.clusters()).isEqualTo(once.clusters());
  }

  @Test
  void shouldNotDependOnTheNamesOfAccounts() throws IOException {
    DetectionRequest request =
        DetectionRequest.of(
            EnumSet.of(SignalKind.URL), DetectionParameters.of(WeightMode.ARTIFACTS, 60));
    List<String> plain =
        csv(Detection.run(log("plain", campaign("")), request, 2, DetectionProgress.NONE));
    List<String> renamed =
        csv(Detection.run(log("renamed", campaign("z")), request, 2, DetectionProgress.NONE));

    assertThat(renamed.stream().map(line -> line.replace("account:x:z", "account:x:")))
        .isEqualTo(plain);
  }

  @Test
  void shouldLeaveOutWhatIsReshared() {
    List<Observation> rows = new ArrayList<>();
    rows.add(act(ObservationKind.URL, "a", "http://u/", 0, "1", 2));
    rows.add(act(ObservationKind.URL, "b", "http://u/", 1, "2", 3));
    rows.add(act(ObservationKind.RESHARE, "b", "x:1", 1, "2", 3));

    DetectionResult result = edges(rows, SignalKind.URL, WeightMode.MESSAGES);

    assertThat(result.layers().get(0).layer().edges().size()).isZero();
  }

  @Test
  void shouldCountAPostOnceForAllItsUrlsAndItsFirstRowOnly() {
    List<Observation> rows = new ArrayList<>();
    for (String url : List.of("http://u/", "http://v/")) {
      rows.add(act(ObservationKind.URL, "a", url, 0, "1", 2));
      rows.add(act(ObservationKind.URL, "b", url, 1, "2", 3));
    }
    rows.sort((one, two) -> Long.compare(one.origin().line(), two.origin().line()));
    rows.add(act(ObservationKind.URL, "a", "http://w/", 0, "1", 4));
    rows.add(act(ObservationKind.URL, "c", "http://w/", 0, "5", 5));

    DetectionResult result = edges(rows, SignalKind.URL, WeightMode.MESSAGES);

    assertThat(result.layers().get(0).layer().edges().size()).isEqualTo(2);
    assertThat(result.layers().get(0).layer().edges().totalWeight()).isEqualTo(2);
  }

  @Test
  void shouldTakeOnlyTheAccountsAndTheTimeAskedFor() {
    ObservationLog log = log("filter", campaign(""));
    DetectionParameters parameters =
        DetectionParameters.of(WeightMode.ARTIFACTS, 60).with((ChanceTest) null);
    DetectionRequest request =
        new DetectionRequest(
            EnumSet.of(SignalKind.URL),
            parameters,
            Set.of(),
            Set.of(EntityId.account("x", "m0"), EntityId.account("x", "m1")),
            Instant.ofEpochSecond(0),
            Instant.ofEpochSecond(400_000),
            10,
            5);

    DetectionResult result = Detection.edges(log, request, 1, DetectionProgress.NONE);

    assertThat(result.accounts()).containsExactly("account:x:m0", "account:x:m1");
    assertThat(result.layers().get(0).layer().edges().size()).isEqualTo(1);
    assertThat(result.layers().get(0).layer().edges().weight(0)).isEqualTo(5);
  }

  @Test
  void shouldFindWhatIsMadeOfSeveralRows() {
    List<Object> rows = new ArrayList<>();
    for (int day = 0; day < 2; day++) {
      long second = day * 86_400L;
      rows.add(post("star" + day, "s" + day, second, "the news of day number " + day, 1));
      for (String account : List.of("a", "b")) {
        String id = account + day;
        rows.add(post(account, id, second, "One two three four five six seven of " + day + "!", 2));
        for (String tag : List.of("t1", "t2", "t3", "t4", "t5" + day)) {
          rows.add(act(ObservationKind.HASHTAG, account, tag, second, id, 2));
        }
        rows.add(post(account, "r" + id, second + 5, "RT news", 3));
        rows.add(act(ObservationKind.RESHARE, account, "x:s" + day, second + 5, "r" + id, 3));
      }
    }
    ObservationLog log = ObservationLog.in(folder.resolve("made"));
    SampleLogs.load(log, "posts.csv", rows);

    for (SignalKind signal :
        List.of(SignalKind.NEAR_TEXT, SignalKind.HASHTAG_SEQUENCE, SignalKind.FAST_RESHARE)) {
      DetectionResult result =
          Detection.edges(
              log,
              DetectionRequest.of(
                  EnumSet.of(signal), DetectionParameters.of(WeightMode.ARTIFACTS, 60)),
              1,
              DetectionProgress.NONE);
      assertThat(result.layers().get(0).layer().edges().size()).as(signal.id()).isEqualTo(1);
      assertThat(result.layers().get(0).layer().edges().weight(0)).isEqualTo(2);
    }
  }

  @Test
  void shouldLookForEverySignalTheLogHolds() {
    List<Observation> rows = campaign("");
    rows.add(act(ObservationKind.HASHTAG, "a", "tag", 0, "h1", 9));
    DetectionResult result =
        Detection.edges(
            log("all", rows),
            DetectionRequest.of(
                EnumSet.noneOf(SignalKind.class), DetectionParameters.of(WeightMode.ARTIFACTS, 60)),
            1,
            DetectionProgress.NONE);

    assertThat(result.signals()).containsExactly(SignalKind.URL, SignalKind.HASHTAG);
  }

  @Test
  void shouldSayThatThereIsNothingToDetectIn() {
    assertThatThrownBy(() -> edges(List.of(), null, WeightMode.ARTIFACTS))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("holds no posts");
  }

  private DetectionResult edges(
      List<Observation> rows,
      @org.jspecify.annotations.Nullable SignalKind signal,
      WeightMode mode) {
    Set<SignalKind> signals =
        signal == null ? EnumSet.noneOf(SignalKind.class) : EnumSet.of(signal);
    return Detection.edges(
        log("edges", rows),
        DetectionRequest.of(signals, DetectionParameters.of(mode, 60)),
        1,
        DetectionProgress.NONE);
  }

  private ObservationLog log(String name, List<Observation> rows) {
    ObservationLog log = ObservationLog.in(folder.resolve(name));
    if (!rows.isEmpty()) {
      SampleLogs.load(log, "posts.csv", rows);
    }
    return log;
  }

  private List<String> csv(DetectionResult result) throws IOException {
    Path file = folder.resolve("edges.csv");
    EdgeCsv.write(result, file);
    return Files.readAllLines(file);
  }

  /** Four accounts that share ten URLs within seconds, one a day, among twenty that do not. */
  static List<Observation> campaign(String prefix) {
    Random random = new Random(3);
    List<Observation> rows = new ArrayList<>();
    int line = 2;
    for (int day = 0; day < 10; day++) {
      for (int member = 0; member < 4; member++) {
        rows.add(
            act(
                ObservationKind.URL,
                prefix + "m" + member,
                "http://campaign.example/" + day,
                day * 86_400L + member * 7L,
                "c" + line,
                line++));
      }
      for (int other = 0; other < 60; other++) {
        rows.add(
            act(
                ObservationKind.URL,
                prefix + "n" + random.nextInt(20),
                "http://news.example/" + random.nextInt(30),
                day * 86_400L + random.nextInt(86_400),
                "n" + line,
                line++));
      }
    }
    return rows;
  }
}
