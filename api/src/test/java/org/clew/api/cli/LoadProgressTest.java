package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadProgressTest {
  private static final String SHOWN = "clew.terminal";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void forgetTheTerminal() {
    System.clearProperty(SHOWN);
  }

  @Test
  void shouldTellHowMuchOfAFileWasReadWhereSomebodyLooks() {
    System.setProperty(SHOWN, "true");

    assertThat(shownAfter(0.25))
        .containsPattern("posts\\.csv: 20,000 rows read \\(25 %\\), [\\d,]+/s, \\d+ s left")
        .contains("building the graph with 453,000 facts");
  }

  @Test
  void shouldNotGuessWhereTheSizeIsNotKnown() {
    System.setProperty(SHOWN, "true");

    assertThat(shownAfter(0)).contains("20,000 rows read, ").doesNotContain("left", "%");
  }

  @Test
  void shouldBeQuietWhereNobodyLooks() {
    assertThat(shownAfter(0.25)).isEmpty();
  }

  @Test
  void shouldSayWhenAllWasDoneBeforeItCouldBeStopped() {
    StopSignal stop = new StopSignal();
    try (PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        LoadProgress progress = new LoadProgress(out, stop)) {
      progress.complete();
      assertThat(err.size()).isZero();

      stop.request();
      progress.complete();
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("clew: All was done before it could be stopped.%n".formatted());
  }

  private String shownAfter(double share) {
    try (PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        LoadProgress progress = new LoadProgress(out, new StopSignal())) {
      progress.reading("posts.csv");
      progress.rowsRead("posts.csv", 20_000, share);
      progress.building(453_000);
    }
    return err.toString(StandardCharsets.UTF_8);
  }
}
