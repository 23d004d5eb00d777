package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

  @Test
  void shouldKnowALoadWhileItRunsAndForgetItAtItsEnd() {
    List<UnfinishedLoad> during = loads().during(List.of(A), () -> loads().all());

    assertThat(during)
        .containsExactly(new UnfinishedLoad(List.of("/data/a.csv"), "2026-08-21T10:15:30Z", true));
    assertThat(loads().all()).isEmpty();
  }

  @Test
  void shouldKeepALoadThatWasCutOffUntilItsFilesAreLoaded() {
    fail(Reason.UNAVAILABLE, A, B);
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

  @Test
  void shouldNotForgetALoadThatWasCutOffWhenItIsTriedAgainInVain() {
    fail(Reason.UNAVAILABLE, A);
    fail(Reason.USAGE, A);
    assertThat(loads().all()).hasSize(1);
    fail(Reason.UNAVAILABLE, A);
    assertThat(loads().all()).hasSize(1);
    loads().during(List.of(A), () -> "done");
    assertThat(loads().all()).isEmpty();
    assertThat(folder.resolve("unfinished").toFile().list()).containsExactly("ends.lock");
  }

  @Test
  void shouldNotFailForMarksThatCannotBeRead() throws IOException {
    fail(Reason.UNAVAILABLE, A);
    Path marks = folder.resolve("unfinished");
    Files.writeString(marks.resolve("1.json"), "{\"files\":");
    Files.writeString(marks.resolve("2.json"), "");
    Files.writeString(marks.resolve("3.json"), "null");
    Files.writeString(marks.resolve("4.json"), "{\"files\":[\"/data/b.csv\"]}");
    Files.writeString(
        marks.resolve("5.json"), "{\"files\":[\"/c\"],\"since\":\"2026-08-22\",\"later\":1}");
    Files.createDirectory(marks.resolve("6.json"));

    assertThat(loads().all())
        .extracting(UnfinishedLoad::files)
        .containsExactly(List.of("/data/a.csv"), List.of("/c"));
    assertThat(loads().during(List.of(A, B), () -> "done")).isEqualTo("done");
    assertThat(loads().all()).extracting(UnfinishedLoad::files).containsExactly(List.of("/c"));
  }

  @Test
  void shouldNotFailALoadWhoseMarkCannotBeTakenAway() throws IOException {
    Path marks = folder.resolve("unfinished");
    String done =
        loads()
            .during(
                List.of(A),
                () -> {
                  try {
                    Files.move(marks, folder.resolve("moved"));
                    Files.createFile(marks);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                  return "done";
                });
    assertThat(done).isEqualTo("done");
  }

  /** A process of any number, even that of this one, as it may be in containers. */
  @Test
  void shouldTellALoadOfAnotherProcessFromOneThatItLeftBehind() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Loading.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(process.getInputStream().read()).isEqualTo('!');
      assertThat(loads().all()).extracting(UnfinishedLoad::running).containsExactly(true);
      loads().during(List.of(A), () -> "done");
      assertThat(loads().all()).extracting(UnfinishedLoad::running).containsExactly(true);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(loads().all()).extracting(UnfinishedLoad::running).containsExactly(false);
    loads().during(List.of(A), () -> "done");
    assertThat(loads().all()).isEmpty();
  }

  /** Loads until it is killed. */
  static final class Loading {
    private Loading() {}

    public static void main(String[] arguments) {
      new DataFolder(Path.of(arguments[0]))
          .unfinishedLoads()
          .during(
              List.of(A),
              () -> {
                try {
                  System.out.print('!');
                  System.out.flush();
                  return System.in.read();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
