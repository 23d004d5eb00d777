package org.clew.cypher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.clew.model.ClewException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
  @TempDir private Path folder;

  @Test
  void shouldRefuseInOneSentenceWhatDoesNotFit() {
    DiskSpace tight = new DiskSpace(folder, 0, Long.MAX_VALUE);
    tight.requireToOpen();
    assertThatThrownBy(tight::requireToWrite)
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("MiB are free on the disk of " + folder)
        .hasMessageContaining("what was committed is kept");
    assertThat(tight.full()).isFalse();
  }

  @Test
  void shouldAskAboutTheDiskThatHoldsTheFolder() {
    assertThatThrownBy(DiskSpace.of(folder.resolve("nothing-here"))::requireToOpen)
        .hasMessageContaining("cannot be asked");
  }
}
