package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.clew.cypher.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void shouldTellWhatBelongsToTheCaseAndWhereOwnFilesGo() {
    CliRun cli = new CliRun(TestGraph.empty());
    assertThat(cli.run("demo", "--no-serve", "--data", folder.toString())).as(cli.err()).isZero();

    assertThat(cli.out())
        .contains("   Part of it: ")
        .doesNotContain("belongs to it")
        .contains("./clew load FILE  (into ./clew-data, apart from " + folder + ")\n");
  }
}
