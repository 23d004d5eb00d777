package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void shouldRemoveWhatKilledProcessesLeftAndNothingElse()
      throws IOException, InterruptedException {
    DataFolder data = new DataFolder(folder);
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path inHand = data.temporaryFile();
    Path ofParent = sibling(inHand, ProcessHandle.current().parent().orElseThrow().pid());
    Path ofEnded = sibling(inHand, ended.pid());
    Path ofEarlier = Files.createFile(inHand.resolveSibling("input123"));
    Files.setLastModifiedTime(ofEarlier, FileTime.fromMillis(0));
    Path statements = Files.createDirectories(folder.resolve("statements"));
    Path half = Files.createFile(statements.resolve(ofEnded.getFileName()));
    Path unfinished = Files.createDirectories(folder.resolve("unfinished"));
    Path halfMark = Files.createFile(unfinished.resolve(ofEnded.getFileName()));
    Path mark = Files.createFile(unfinished.resolve("a.json"));
    Path whole = Files.createFile(statements.resolve("00000001-a-b.json.zst"));

    data.sweep();

    assertThat(inHand).exists();
    assertThat(ofParent).exists();
    assertThat(whole).exists();
    assertThat(ofEnded).doesNotExist();
    assertThat(ofEarlier).doesNotExist();
    assertThat(half).doesNotExist();
    assertThat(halfMark).doesNotExist();
    assertThat(mark).exists();
  }

  private static Path sibling(Path temporary, long pid) throws IOException {
    String own = "." + ProcessHandle.current().pid() + ".";
    String name = temporary.getFileName().toString().replace(own, "." + pid + ".");
    return Files.createFile(temporary.resolveSibling(name));
  }
}
