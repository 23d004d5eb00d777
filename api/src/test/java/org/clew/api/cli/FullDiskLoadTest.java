package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A load whose writes fail from some size of a file on. The limit of a process on the size of its
 * files stands for the full disk, which nobody but root can make.
 */
class FullDiskLoadTest {
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  @TempDir private Path folder;

  @Test
  void shouldCompleteALoadThatCouldNotWrite() throws Exception {
    assumeThat(PRLIMIT).as("the command that limits the size of files").isExecutable();
    DisturbedLoad load = new DisturbedLoad(folder, 4_000);

    for (int bytes : new int[] {300_000, 1_500_000}) {
      ClewProcess process = load.start(PRLIMIT.toString(), "--fsize=" + bytes, "--core=0");

      assertThat(process.exitStatus()).as(process.err()).isEqualTo(1);
      assertThat(process.err().lines()).singleElement().asString().startsWith("clew: ");
    }
    assertThat(Files.exists(load.data())).isTrue();
    load.completeAndCompare();
  }
}
