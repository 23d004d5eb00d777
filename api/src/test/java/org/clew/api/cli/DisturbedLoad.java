package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.loader.ingest.DataFolder;

/** A load that something disturbs in a process of its own, and what it comes to in the end. */
final class DisturbedLoad {
  private final Path folder;
  private final List<Path> files;

  /** A load of that many posts, each by another account with a link of its own. */
  DisturbedLoad(Path folder, int posts) throws IOException {
    this.folder = folder;
    this.files = List.of(outlets(folder), posts(folder, posts));
  }

  Path data() {
    return folder.resolve("data");
  }

  ClewProcess start(String... before) throws IOException {
    List<String> arguments = loadArguments();
    arguments.addAll(List.of("--data", data().toString()));
    return ClewProcess.start(List.of(before), folder, arguments);
  }

  /** Loads once more and compares the graph with one of an undisturbed load. */
  void completeAndCompare() {
    Path completed = folder.resolve("completed.json");
    try (GraphStore store = GraphStores.open(StoreSettings.embedded(data()))) {
      exportAfterLoad(store, data(), completed);
    }
    assertThat(new DataFolder(data()).log().verify()).isEmpty();
    Path undisturbed = folder.resolve("undisturbed.json");
    exportAfterLoad(TestGraph.empty(), folder.resolve("undisturbed"), undisturbed);
    assertThat(completed).hasSameTextualContentAs(undisturbed);
  }

  private void exportAfterLoad(GraphStore store, Path data, Path file) {
    CliRun cli = new CliRun(store, data);
    assertThat(cli.run(loadArguments().toArray(String[]::new))).as(cli.err()).isZero();
    assertThat(cli.run("export", "--all", "--format", "json", "--out", file.toString())).isZero();
  }

  private List<String> loadArguments() {
    List<String> arguments = new ArrayList<>(List.of("load"));
    files.forEach(file -> arguments.add(file.toString()));
    return arguments;
  }

  private static Path outlets(Path folder) throws IOException {
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

  private static Path posts(Path folder, int count) throws IOException {
    StringBuilder table = new StringBuilder("tweetid,userid,user_screen_name,tweet_time,urls\n");
    for (int i = 0; i < count; i++) {
      table.append(
          "%d,%d,user%d,2017-06-%02d 10:%02d,['http://site%d.com/a']%n"
              .formatted(i, i, i, 1 + i % 28, i % 60, i));
    }
    return Files.writeString(folder.resolve("posts.csv"), table.toString());
  }
}
