package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cuts the connection at a commit, so that nobody can tell whether it happened. {@code -Dclew.cuts}
 * says how often, {@code -Dclew.cuts.seed} where.
 */
class CutConnectionTest {
  private static final int CUTS = Integer.getInteger("clew.cuts", 2);
  private static final long SEED = Long.getLong("clew.cuts.seed", 1);

  @TempDir private Path folder;
  private List<Path> files = List.of();

  @BeforeEach
  void makeFiles() throws IOException {
    files = List.of(outlets(), posts());
  }

  @Test
  void shouldLoseAndDoubleNothingWhenAConnectionIsCutAtACommit() throws IOException {
    GraphStore store = TestGraph.empty();
    DataFolder undisturbed = data("undisturbed");
    int commits;
    try (CuttingProxy proxy = new CuttingProxy(store.boltUri())) {
      load(proxy, undisturbed);
      commits = proxy.commits();
    }
    String expected = GraphAndLogDump.of(store, undisturbed);
    assertThat(commits).isGreaterThan(10);

    Random random = new Random(SEED);
    for (int i = 0; i < CUTS; i++) {
      int commit = 1 + random.nextInt(commits);
      boolean answerLost = i % 2 == 0;
      TestGraph.empty();
      DataFolder data = data("cut-" + i);
      loadOverACut(store, data, commit, answerLost);
      new LoadRun(store, data, LoadListener.NONE).load(files, ReadOptions.DEFAULTS);

      assertThat(GraphAndLogDump.of(store, data))
          .as("cut at commit %d of %d, answer lost: %s", commit, commits, answerLost)
          .isEqualTo(expected);
    }
  }

  /** Either the driver's second try succeeds or the load ends with one sentence. */
  private void loadOverACut(GraphStore store, DataFolder data, int commit, boolean answerLost)
      throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(store.boltUri())) {
      proxy.cutAtCommit(commit, answerLost);
      try {
        load(proxy, data);
      } catch (ClewException e) {
        assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(e).hasMessageStartingWith("The database does not answer: ");
      }
      assertThat(proxy.hasCut()).isTrue();
    }
  }

  private void load(CuttingProxy proxy, DataFolder data) {
    try (GraphStore store = GraphStores.open(TestGraph.through(proxy.address()))) {
      new LoadRun(store, data, LoadListener.NONE).load(files, ReadOptions.DEFAULTS);
    }
  }

  private DataFolder data(String name) {
    return new DataFolder(folder.resolve(name));
  }

  private Path outlets() throws IOException {
    return Files.writeString(
        folder.resolve("outlets.yml"),
        """
        clew: 1
        title: Outlets
        sources:
          - {id: report, title: Report, grade: B2}
        links:
          - {from: 'outlet:ir:site', type: PUBLISHES_ON, to: 'domain:site1.com', source: report}
        """);
  }

  private Path posts() throws IOException {
    StringBuilder table =
        new StringBuilder("tweetid,userid,user_screen_name,tweet_time,urls,user_mentions\n");
    for (int i = 0; i < 200; i++) {
      table.append(
          "%d,%d,user%d,2017-06-%02d 10:%02d,['http://site%d.com/a'],[%d]%n"
              .formatted(i, i % 30, i % 30, 1 + i % 28, i % 60, i % 70, i * 7 % 90));
    }
    return Files.writeString(folder.resolve("posts.csv"), table.toString());
  }
}
