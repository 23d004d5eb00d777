package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.clew.cypher.TestGraph;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.observation.Load;
import org.clew.loader.observation.LoadRequest;
import org.clew.loader.observation.LoadWriter;
import org.clew.loader.observation.LoadedFile;
import org.clew.model.ClewException;
import org.clew.model.claim.Claim;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.observation.ObservationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadRunTest {
  @TempDir Path folder = Path.of("unset");
  private GraphStore store = TestGraph.empty();

  @BeforeEach
  void emptyGraph() {
    store = TestGraph.empty();
  }

  private DataFolder data(String name) {
    return new DataFolder(folder.resolve(name));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(Files.createDirectories(folder.resolve("in")).resolve(name), content);
  }

  /** Posts by some accounts, some of which share, mention and reply. */
  private static List<String> posts(int rows, long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      lines.add(
          "%d,%d,user%d,2017-06-%02d 10:%02d,%s,%s,%s,['http://site%d.com/a'],[%d],[tag%d]"
              .formatted(
                  i,
                  random.nextInt(7),
                  random.nextInt(3),
                  1 + random.nextInt(28),
                  random.nextInt(60),
                  random.nextBoolean() ? "true" : "false",
                  random.nextBoolean() ? String.valueOf(random.nextInt(9)) : "",
                  random.nextBoolean() ? "9" + random.nextInt(5) : "",
                  random.nextInt(5),
                  random.nextInt(9),
                  random.nextInt(3)));
    }
    return lines;
  }

  private static String table(List<String> rows) {
    return "tweetid,userid,user_screen_name,tweet_time,is_retweet,retweet_userid,retweet_tweetid,"
        + "urls,user_mentions,hashtags\n"
        + String.join("\n", rows)
        + "\n";
  }

  private String dump(DataFolder data) {
    return GraphAndLogDump.of(store, data);
  }

  private FileReport load(DataFolder data, Path file) {
    return new LoadRun(store, data, LoadListener.NONE)
        .load(List.of(file), ReadOptions.DEFAULTS)
        .get(0);
  }

  @Test
  void shouldLoadPostsIntoLogAndGraphAndNotDoItTwice() throws IOException {
    DataFolder data = data("data");
    Path file = file("posts.csv", table(posts(200, 1)));

    FileReport first = load(data, file);
    String once = dump(data);
    FileReport second = load(data, file);

    assertThat(first.alreadyLoaded()).isFalse();
    assertThat(first.accepted()).isEqualTo(200);
    assertThat(second.alreadyLoaded()).isTrue();
    assertThat(second.accepted()).isEqualTo(200);
    assertThat(dump(data)).isEqualTo(once);
    assertThat(data.log().loads()).singleElement().extracting(Load::posts).isEqualTo(200L);
  }

  @Test
  void shouldSayUnderWhichSourceAFileIsThere() throws IOException {
    DataFolder data = data("data");
    Path file = file("posts.csv", table(posts(5, 1)));
    FileReport first = load(data, file);
    ReadOptions titled =
        new ReadOptions(
            null,
            "Other",
            null,
            null,
            null,
            null,
            null,
            Set.of(),
            InputLimits.DEFAULTS,
            PostOptions.NONE,
            null);

    FileReport second =
        new LoadRun(store, data, LoadListener.NONE).load(List.of(file), titled).get(0);

    assertThat(second.alreadyLoaded()).isTrue();
    assertThat(second.note()).isEqualTo("already loaded as " + first.source());
  }

  @Test
  void shouldGiveTheSameLinksWhenAFileIsSplit() throws IOException {
    List<String> rows = posts(300, 2);
    load(data("whole"), file("whole.csv", table(rows)));
    Map<String, Long> whole = counts();
    store = TestGraph.empty();
    DataFolder halves = data("halves");
    load(halves, file("a.csv", table(rows.subList(0, 111))));
    load(halves, file("b.csv", table(rows.subList(111, 300))));

    assertThat(counts()).isEqualTo(whole);
    assertThat(halves.log().loads()).extracting(Load::posts).containsExactlyInAnyOrder(111L, 189L);
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    store.stream(
        """
        MATCH (a)-[r:LINKS_TO|AMPLIFIES|MENTIONS|REPLIES_TO]->(b)
        RETURN a.id + ' ' + type(r) + ' ' + b.id AS link, sum(r.count) AS n,
               min(r.firstSeen) AS first, max(r.lastSeen) AS last
        """,
        Map.of(),
        row ->
            counts.put(
                row.get("link").asString() + row.get("first") + row.get("last"),
                row.get("n").asLong()));
    return counts;
  }

  @Test
  void shouldWaitForTheLoadThatWritesTheLogAndFindWhatItLoaded() throws IOException {
    DataFolder data = data("data");
    Path file = file("posts.csv", table(posts(40, 1)));
    LoadRun beside = new LoadRun(store, data, LoadListener.NONE);
    List<String> waited = new ArrayList<>();
    List<FileReport> loaded = new ArrayList<>();
    LoadedFile other = new LoadedFile("other.csv", "0".repeat(64), EntityId.source("other"));
    LoadWriter writing = data.log().begin(new LoadRequest("other", "", List.of(other)));
    LoadListener listener =
        new LoadListener() {
          @Override
          public void reading(String name) {}

          @Override
          public void waiting(String name) {
            waited.add(name);
            writing.close();
            loaded.addAll(beside.load(List.of(file), ReadOptions.DEFAULTS));
          }

          @Override
          public void writing(String name, long written, long total) {}
        };

    List<FileReport> second =
        new LoadRun(store, data, listener).load(List.of(file), ReadOptions.DEFAULTS);

    assertThat(waited).containsExactly("posts.csv");
    assertThat(loaded).extracting(FileReport::alreadyLoaded).containsExactly(false);
    assertThat(second).extracting(FileReport::alreadyLoaded).containsExactly(true);
    assertThat(data.log().loads()).hasSize(1);
  }

  @Test
  void shouldBeginNoOtherFileWhenItShallStop() throws IOException {
    List<String> read = new ArrayList<>();
    LoadListener stopsAfterOneLoad =
        new LoadListener() {
          @Override
          public void reading(String file) {
            read.add(file);
          }

          @Override
          public void writing(String file, long written, long total) {}

          @Override
          public boolean isStopRequested() {
            return !store.read("MATCH (l:ClewLoad) RETURN l.id", Map.of(), row -> 1).isEmpty();
          }
        };
    List<Path> files =
        List.of(file("a.csv", table(posts(3, 1))), file("b.csv", table(posts(4, 2))));
    LoadRun run = new LoadRun(store, data("data"), stopsAfterOneLoad);

    assertThatThrownBy(() -> run.load(files, ReadOptions.DEFAULTS))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("stopped");
    assertThat(read).hasSize(1);
  }

  /** Fails at the n-th committed transaction, as a killed process would stop there. */
  private static final class Failing implements LoadListener {
    private int left;

    Failing(int steps) {
      left = steps;
    }

    @Override
    public void reading(String file) {}

    @Override
    public void writing(String file, long written, long total) {
      step();
    }

    @Override
    public boolean isStopRequested() {
      step();
      return false;
    }

    private void step() {
      if (left-- == 0) {
        throw new IllegalStateException("killed");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 60, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130})
  void shouldCompleteALoadThatWasCutOffAnywhere(int steps) throws IOException {
    Path file = file("posts.csv", table(posts(120, 3)));
    DataFolder undisturbed = data("undisturbed");
    load(undisturbed, file);
    String expected = dump(undisturbed);
    store = TestGraph.empty();
    DataFolder data = data("data");

    try {
      new LoadRun(store, data, new Failing(steps)).load(List.of(file), ReadOptions.DEFAULTS);
    } catch (IllegalStateException killed) {
      assertThat(killed).hasMessage("killed");
    }
    load(data, file);

    assertThat(dump(data)).isEqualTo(expected);
    assertThat(load(data, file).alreadyLoaded()).isTrue();
  }

  /** A graph that goes away before or after it has written. */
  private record Broken(GraphWriter writer, boolean afterwards) implements GraphWriter {
    @Override
    public boolean isComplete(String loadKey) {
      return writer.isComplete(loadKey);
    }

    @Override
    public void write(Facts facts, String key, Progress progress, Runnable beforeCompletion) {
      if (afterwards) {
        writer.write(
            facts,
            key,
            progress,
            () -> {
              throw new IllegalStateException("killed");
            });
      }
      throw new IllegalStateException("killed");
    }

    @Override
    public Map<String, Long> unload(EntityId source) {
      return writer.unload(source);
    }

    @Override
    public boolean erase(EntityId entity) {
      return writer.erase(entity);
    }

    @Override
    public void clear() {
      writer.clear();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldCompleteALoadWhoseGraphWentAway(boolean afterwards) throws IOException {
    Path file = file("posts.csv", table(posts(50, 4)));
    load(data("undisturbed"), file);
    String expected = dump(data("undisturbed"));
    store = TestGraph.empty();
    DataFolder data = data("data");
    GraphWriter broken = new Broken(GraphWriter.of(store), afterwards);

    assertThatThrownBy(
            () ->
                new LoadRun(store, data, broken, LoadListener.NONE)
                    .load(List.of(file), ReadOptions.DEFAULTS))
        .hasMessage("killed");
    assertThat(data.log().loads()).hasSize(1);
    assertThat(load(data, file).alreadyLoaded()).isFalse();

    assertThat(dump(data)).isEqualTo(expected);
  }

  @Test
  void shouldLoadFoldersAndGlobsAndSayWhatItDidNotRead() throws IOException {
    file("a.csv", table(posts(3, 5)));
    file("b.csv", table(posts(3, 6)));
    file(".DS_Store", "x");
    file("README.md", "Some words.");
    List<FileReport> reports =
        new LoadRun(store, data("data"), LoadListener.NONE)
            .load(List.of(folder.resolve("in")), ReadOptions.DEFAULTS);

    assertThat(reports)
        .extracting(FileReport::note)
        .containsExactly("hidden: not read", "no known format: not read", null, null);
    assertThat(reports).extracting(FileReport::failure).containsOnlyNulls();
    assertThat(LoadRun.dryRun(List.of(folder.resolve("in/*.csv")), ReadOptions.DEFAULTS))
        .extracting(FileReport::accepted)
        .containsExactly(3L, 3L);
  }

  @Test
  void shouldProposeThatAHandleAndAnIdAreOne() throws IOException {
    DataFolder data = data("data");
    String header = "tweetid,userid,user_screen_name,tweet_time,urls\n";
    load(data, file("a.csv", header + "1,5,ann,2017-06-22,[https://twitter.com/Bob/status/1]\n"));
    load(data, file("b.csv", header + "2,6,bob,2017-06-22,[https://twitter.com/ann/status/1]\n"));

    assertThat(new Claims(store).list("", 10))
        .extracting(claim -> claim.from() + " " + claim.to() + " " + claim.status())
        .containsExactlyInAnyOrder(
            "account:x:@bob account:x:6 PROPOSED", "account:x:@ann account:x:5 PROPOSED");
    assertThat(new Claims(store).list("", 10)).extracting(Claim::evidence).isNotNull();
  }

  @Test
  void shouldCountObservationsByKind() throws IOException {
    DataFolder data = data("data");
    load(data, file("a.csv", table(posts(10, 8))));

    assertThat(data.log().loads().get(0).rows()).containsEntry(ObservationKind.URL, 10L);
  }

  @Test
  void shouldTakeBackASourceFromLogAndGraph() throws IOException {
    DataFolder data = data("data");
    load(data, file("a.csv", table(posts(30, 8))));
    String before = dump(data).replaceAll("graphVersion=\\d+", "");
    FileReport b = load(data, file("b.csv", table(posts(40, 9))));

    Map<String, Long> removed =
        new SourceRemoval(store, data).remove(new EntityId(String.valueOf(b.source()))).removed();

    assertThat(removed.get("rows")).isGreaterThan(40);
    assertThat(dump(data)).isEqualTo(before);
    assertThat(data.statements().names()).hasSize(1);
    assertThat(load(data, file("b.csv", table(posts(40, 9)))).alreadyLoaded()).isFalse();
  }

  @Test
  void shouldRebuildTheSameGraphWithDecisions() throws IOException {
    DataFolder data = data("data");
    String header = "tweetid,userid,user_screen_name,tweet_time,urls\n";
    load(data, file("a.csv", header + "1,5,ann,2017-06-22,[https://twitter.com/Bob/status/1]\n"));
    load(data, file("b.csv", header + "2,6,bob,2017-06-22,[https://twitter.com/ann/status/1]\n"));
    Claims claims = new Claims(store);
    claims.decide(claims.list("", 10).get(0).id(), Claim.Status.ACCEPTED);
    String before = dump(data);

    GraphRebuild.Report report = new GraphRebuild(store, data, LoadListener.NONE).run(false);

    assertThat(report).isEqualTo(new GraphRebuild.Report(2, 0, 1, List.of()));
    assertThat(dump(data)).isEqualTo(before);
  }

  @Test
  void shouldFindDamageAndRestoreTheRest() throws IOException {
    DataFolder data = data("data");
    load(data, file("a.csv", table(posts(10, 1))));
    load(data, file("b.csv", table(posts(10, 2))));
    assertThat(DataCheck.of(data).damaged()).isEmpty();
    Path damaged = data.root().resolve("statements").resolve(data.statements().names().get(0));
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);

    assertThat(DataCheck.of(data).damaged()).hasSize(1);
    GraphRebuild.Report report = new GraphRebuild(store, data, LoadListener.NONE).run(false);

    assertThat(report.loads()).isEqualTo(1);
    assertThat(report.missing()).hasSize(1);
  }

  @Test
  void shouldForgetAPersonAlsoOnALaterLoad() throws IOException {
    DataFolder data = data("data");
    String header = "tweetid,userid,user_screen_name,tweet_time,urls,user_mentions\n";
    Path a = file("a.csv", header + "1,5,ann,2017-06-22,[https://twitter.com/Bob/status/1],[6]\n");
    Path b = file("b.csv", header + "2,6,bob,2017-06-22,[],[]\nx,6,bob,never,nolist,[]\n");
    load(data, a);
    FileReport loaded = load(data, b);

    PersonErasure.Report report =
        new PersonErasure(store, data).erase(new EntityId("account:x:6"), Map.of("handle", "bob"));

    assertThat(report.entities()).isEqualTo(2);
    assertThat(report.rejects()).isEqualTo(2);
    assertThat(dump(data)).doesNotContain("account:x:6").doesNotContain("@bob");
    new SourceRemoval(store, data).remove(new EntityId(String.valueOf(loaded.source())));
    load(data, b);
    new GraphRebuild(store, data, LoadListener.NONE).run(false);
    assertThat(dump(data)).doesNotContain("account:x:6").doesNotContain("@bob");
    assertThat(data.log().isErased(new EntityId("account:x:6"))).isTrue();
  }
}
