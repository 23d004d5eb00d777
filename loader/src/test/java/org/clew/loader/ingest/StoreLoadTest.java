package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.clew.cypher.TestGraph;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.loader.ingest.GatheringGraph.Limits;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLoadTest {
  private static final String HEADER =
      "tweetid,userid,user_screen_name,tweet_time,is_retweet,retweet_userid,retweet_tweetid,urls\n";

  @TempDir private static Path folder;
  private static String incremental = "";

  @Test
  void shouldLeaveTheSameGraphByBothWaysAndInParts() throws IOException {
    List<Path> files = files();
    String expected = incrementally(files);

    assertThat(load(data("bulk"), files, 0, 1_000))
        .extracting(FileReport::alreadyLoaded)
        .containsOnly(false);
    assertThat(dump(data("bulk"))).isEqualTo(expected);
    assertThat(load(data("bulk"), files, 0, 1_000))
        .extracting(FileReport::alreadyLoaded)
        .containsOnly(true);
    for (long least : new long[] {0, 1_000}) {
      DataFolder parts = data("parts-" + least);
      Limits limits = new Limits(1, least);
      load(parts, () -> GraphStores.open(settings(parts)), files, 0, limits);
      assertThat(dump(parts)).as("at least " + least).isEqualTo(expected);
    }
  }

  @Test
  void shouldCompleteALoadThatEndedBetweenImportAndCompletion() throws IOException {
    List<Path> files = files();
    DataFolder data = data("cut");
    Supplier<GraphStore> failing =
        () -> {
          throw new ClewException(Reason.UNAVAILABLE, "The process ends here.");
        };
    assertThatThrownBy(() -> load(data, failing, files, 0, new Limits(1_000, 0)))
        .hasMessageContaining("ends here");

    load(data, files, 0, 1_000);

    assertThat(dump(data)).isEqualTo(incrementally(files));
  }

  @Test
  void shouldStopDuringTheImportAndBeCompletedByTheNextLoad() throws IOException {
    List<Path> files = files();
    DataFolder data = data("stopped");
    Path home = data.root().resolve("neo4j.importing").resolve("home");
    LoadListener stopping = stoppingWhen(() -> Files.exists(home.resolve("data")));

    assertThatThrownBy(
            () ->
                new StoreLoad(
                        settings(data),
                        () -> GraphStores.open(settings(data)),
                        data,
                        stopping,
                        0,
                        new Limits(1_000, 0))
                    .load(files, ReadOptions.DEFAULTS))
        .hasMessage("The load was stopped; run it again and it is completed.");
    assertThat(data.root().resolve("neo4j")).doesNotExist();

    load(data, files, 0, 1_000);
    assertThat(dump(data)).isEqualTo(incrementally(files));
  }

  @Test
  void shouldRefuseFilesOfNoKnownFormatWithoutAGraph() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.bin"), "\u0001\u0002 no table at all");
    Supplier<GraphStore> none =
        () -> {
          throw new AssertionError("opened");
        };

    List<FileReport> reports =
        load(data("none"), none, List.of(letter, letter), 0, new Limits(1, 0));

    assertThat(reports).allSatisfy(report -> assertThat(report.failure()).contains("letter.bin"));
    assertThat(reports).isNotEmpty();
  }

  private static LoadListener stoppingWhen(BooleanSupplier condition) {
    return new LoadListener() {
      @Override
      public void reading(String file) {}

      @Override
      public void writing(String file, long written, long total) {}

      @Override
      public boolean isStopRequested() {
        return condition.getAsBoolean();
      }
    };
  }

  @Test
  void shouldWriteCsvForADatabaseElsewhereAndRefuseAFolderInUse() throws IOException {
    List<Path> files = files();
    Path csv = folder.resolve("csv");

    List<FileReport> reports =
        StoreLoad.bulkCsv(csv, files, ReadOptions.DEFAULTS, data("data"), LoadListener.NONE);

    assertThat(reports).extracting(FileReport::accepted).containsExactly(2L, 40L, 40L);
    assertThat(Files.readAllLines(csv.resolve("import.args")))
        .anyMatch(line -> line.startsWith("--nodes=Entity:Account="))
        .anyMatch(line -> line.startsWith("--relationships=LINKS_TO="));
    assertThat(data("data").log().loads()).hasSize(2);
    assertThatThrownBy(
            () -> StoreLoad.bulkCsv(csv, files, ReadOptions.DEFAULTS, data("x"), LoadListener.NONE))
        .hasMessageContaining("is not empty");
  }

  /** What the other way leaves of the files, which are the same in each test. */
  private static String incrementally(List<Path> files) {
    if (incremental.isEmpty()) {
      GraphStore store = TestGraph.empty();
      DataFolder data = data("incremental");
      new LoadRun(store, data, LoadListener.NONE).load(files, ReadOptions.DEFAULTS);
      assertThat(new Claims(store).list("", 10)).isNotEmpty();
      incremental = GraphAndLogDump.of(store, data);
    }
    return incremental;
  }

  private static List<FileReport> load(DataFolder data, List<Path> files, long large, long most) {
    return load(data, () -> GraphStores.open(settings(data)), files, large, new Limits(most, 0));
  }

  private static List<FileReport> load(
      DataFolder data, Supplier<GraphStore> opener, List<Path> files, long large, Limits limits) {
    return new StoreLoad(settings(data), opener, data, LoadListener.NONE, large, limits)
        .load(files, ReadOptions.DEFAULTS);
  }

  private static String dump(DataFolder data) {
    try (GraphStore store = GraphStores.open(settings(data))) {
      return GraphAndLogDump.of(store, data);
    }
  }

  private static StoreSettings settings(DataFolder data) {
    return StoreSettings.embedded(data.root());
  }

  private static DataFolder data(String name) {
    return new DataFolder(folder.resolve(name));
  }

  /** Two files of one archive, which describe the same accounts, and an outlet with a site. */
  private static List<Path> files() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path outlets =
        Files.writeString(
            in.resolve("outlets.yml"),
            """
            clew: 1
            title: Outlets
            sources:
              - {id: report, title: Report, grade: B2}
            links:
              - {from: 'outlet:ir:site', type: PUBLISHES_ON, to: 'domain:sitething1.org', source: report}
            """);
    return List.of(outlets, posts(in, "a.csv", 0), posts(in, "b.csv", 25));
  }

  private static Path posts(Path in, String name, int first) throws IOException {
    StringBuilder table = new StringBuilder(HEADER);
    for (int i = first; i < first + 40; i++) {
      table.append(
          "%d,%d,user%d,2017-06-%02d 10:%02d,%s,%s,%s,\"['http://sitething%d.com/a', 'https://twitter.com/user%d/status/1']\"%n"
              .formatted(
                  i,
                  i % 7,
                  i % 7,
                  1 + i % 28,
                  i % 60,
                  i % 3 == 0 ? "true" : "false",
                  i % 3 == 0 ? i % 9 : "",
                  i % 3 == 0 ? "9" + i % 5 : "",
                  i % 5,
                  (i + 1) % 7));
    }
    return Files.writeString(in.resolve(name), table.toString());
  }
}
