package org.clew.loader.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.loader.RealData;
import org.clew.loader.observation.ObservationLog;
import org.clew.model.coordination.DetectedLayer;
import org.clew.model.coordination.DetectionParameters;
import org.clew.model.coordination.SignalKind;
import org.clew.model.coordination.WeightMode;
import org.clew.model.observation.ObservationKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From file over the log to edges, against the lists that public tools made of the same rows. */
class ReferenceListsTest {
  @TempDir Path folder;

  static Stream<Arguments> kindsAndWindows() {
    return Stream.of(ObservationKind.RESHARE, ObservationKind.OBJECT, ObservationKind.URL)
        .flatMap(kind -> Stream.of(10, 60, 3600).map(window -> Arguments.of(kind, window)));
  }

  @ParameterizedTest
  @MethodSource("kindsAndWindows")
  void shouldGiveTheEdgesOfCooRTweet(ObservationKind kind, int window) {
    DetectionResult result = detect(kind, WeightMode.PAIRS, window);
    DetectedLayer layer = result.layers().get(0).layer();
    Map<String, Integer> found = byPair(result);
    List<String[]> expected = list("coortweet_russian_w" + window + "_mp2");

    assertThat(found).hasSize(expected.size());
    for (String[] row : expected) {
      Integer edge = found.get(undirected(row[0], row[1]));
      assertThat(edge).as(row[0] + " " + row[1]).isNotNull();
      assertThat(layer.edges().weight(edge)).isEqualTo(Double.parseDouble(row[2]));
      assertThat(layer.measures().meanDelaySeconds(edge))
          .isCloseTo(Double.parseDouble(row[3]), within(1e-9));
      assertThat(layer.measures().symmetry(edge))
          .isCloseTo(Double.parseDouble(row[6]), within(1e-9));
      assertThat(layer.measures().isKept(edge)).isEqualTo("1".equals(row[7]));
    }
  }

  @ParameterizedTest
  @MethodSource("kindsAndWindows")
  void shouldGiveTheEdgesOfTheToolkit(ObservationKind kind, int window) {
    if (window == 3600) {
      return;
    }
    DetectionResult result = detect(kind, WeightMode.MESSAGES, window);
    Map<String, Integer> found = new HashMap<>();
    DetectedLayer layer = result.layers().get(0).layer();
    for (int edge = 0; edge < layer.edges().size(); edge++) {
      found.put(
          name(result, layer.edges().from(edge)) + " " + name(result, layer.edges().to(edge)),
          edge);
    }
    List<String[]> expected =
        list("cnt_russian_coretweet_w" + window).stream()
            .filter(row -> !row[0].equals(row[1]))
            .toList();

    assertThat(found).hasSize(expected.size());
    for (String[] row : expected) {
      Integer edge = found.get(row[0] + " " + row[1]);
      assertThat(edge).as(row[0] + " " + row[1]).isNotNull();
      assertThat(layer.edges().weight(edge)).isEqualTo(Double.parseDouble(row[2]));
    }
  }

  private DetectionResult detect(ObservationKind kind, WeightMode mode, int window) {
    Path tweets = RealData.file("coortweet/russian_coord_tweets.csv.gz");
    ObservationLog log = ObservationLog.in(folder);
    SampleLogs.load(log, "posts.csv", SampleLogs.coorTweet(tweets, "x", kind));
    SignalKind signal = SignalKind.valueOf(kind.name());
    return Detection.edges(
        log,
        DetectionRequest.of(EnumSet.of(signal), DetectionParameters.of(mode, window)),
        2,
        DetectionProgress.NONE);
  }

  private static Map<String, Integer> byPair(DetectionResult result) {
    Map<String, Integer> byPair = new HashMap<>();
    DetectedLayer layer = result.layers().get(0).layer();
    for (int edge = 0; edge < layer.edges().size(); edge++) {
      byPair.put(
          undirected(name(result, layer.edges().from(edge)), name(result, layer.edges().to(edge))),
          edge);
    }
    return byPair;
  }

  private static String undirected(String one, String two) {
    return one.compareTo(two) <= 0 ? one + " " + two : two + " " + one;
  }

  private static String name(DetectionResult result, int account) {
    return result.accounts().get(account).substring("account:x:".length());
  }

  private static List<String[]> list(String name) {
    List<String[]> table =
        SampleLogs.table(RealData.file("coortweet/reference/" + name + ".edges.csv.gz"));
    return table.subList(1, table.size());
  }
}
