package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StoppableWorkTest {
  private static final LoadListener STOPPING =
      new LoadListener() {
        @Override
        public void reading(String file) {}

        @Override
        public void writing(String file, long written, long total) {}

        @Override
        public boolean isStopRequested() {
          return true;
        }
      };

  @TempDir Path folder = Path.of("unset");

  @Test
  @Timeout(30)
  void shouldStopWhileStandardInputIsSilent() throws IOException {
    InputStream before = System.in;
    try (PipedInputStream silent = new PipedInputStream(new PipedOutputStream())) {
      System.setIn(silent);
      DataFolder data = new DataFolder(folder);

      assertThatThrownBy(
              () ->
                  new LoadRun(new GatheredLoads(), data, STOPPING)
                      .load(List.of(Path.of("-")), ReadOptions.DEFAULTS))
          .hasMessageContaining("was stopped");
      assertThat(DurableFiles.list(folder.resolve("temporary"))).isEmpty();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void shouldGiveWhatTheWorkGivesAndThrowWhatItThrows() {
    assertThat(StoppableWork.run(LoadListener.NONE, () -> 7)).isEqualTo(7);
    ClewException failure = new ClewException(Reason.UNREADABLE, "Bad.");
    assertThatThrownBy(
            () ->
                StoppableWork.run(
                    LoadListener.NONE,
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }
}
