package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.clew.loader.ingest.UnfinishedLoads.UnfinishedLoad;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedLoadsTest {
  private static final Path A = Path.of("/data/a.csv");
  private static final Path B = Path.of("/data/b.csv");

  @TempDir private Path folder;

  private UnfinishedLoads loads() {
    Clock clock = Clock.fixed(Instant.parse("2026-08-21T10:15:30.5Z"), ZoneOffset.UTC);
    return new UnfinishedLoads(folder.resolve("unfinished"), clock);
  }

  private void fail(Reason reason, Path... files) {
    assertThatThrownBy(
            () ->
                loads()
                    .during(
                        List.of(files),
                        () -> {
                          throw new ClewException(reason, "It ends here.");
                        }))
        .hasMessage("It ends here.");
  }

  /** As if the process that left the marks were gone. */
  private void forgetTheProcess() throws IOException {
    try (Stream<Path> marks = Files.list(folder.resolve("unfinished"))) {
      for (Path mark : marks.toList()) {
        String text = Files.readString(mark);
        Files.writeString(
            mark, text.replaceAll("\"processStart\":\"[^\"]*\"", "\"processStart\":\"-\""));
      }
    }
  }

  @Test
  void shouldKnowALoadWhileItRunsAndForgetItAtItsEnd() {
    List<UnfinishedLoad> during = loads().during(List.of(A), () -> loads().all());

    assertThat(during)
        .containsExactly(new UnfinishedLoad(List.of("/data/a.csv"), "2026-08-21T10:15:30Z", true));
    assertThat(loads().all()).isEmpty();
  }

  @Test
  void shouldKeepALoadThatWasCutOffUntilItsFilesAreLoaded() throws IOException {
    fail(Reason.UNAVAILABLE, A, B);
    forgetTheProcess();
    assertThat(loads().all())
        .containsExactly(
            new UnfinishedLoad(
                List.of("/data/a.csv", "/data/b.csv"), "2026-08-21T10:15:30Z", false));

    loads().during(List.of(A), () -> "done");
    assertThat(loads().all())
        .extracting(UnfinishedLoad::files)
        .containsExactly(List.of("/data/b.csv"));
    loads().during(List.of(B), () -> "done");
    assertThat(loads().all()).isEmpty();
  }

  @Test
  void shouldForgetALoadOfFilesThatAreNotThere() {
    fail(Reason.USAGE, A);
    assertThat(loads().all()).isEmpty();
  }
}
