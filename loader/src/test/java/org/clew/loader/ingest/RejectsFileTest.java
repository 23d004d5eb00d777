package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.model.ingest.RejectedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsFileTest {
  @TempDir Path folder;

  @Test
  void shouldListRejectsAndNeutraliseFormulas() throws IOException {
    Path file = folder.resolve("rejects.csv");
    try (RejectsFile.Writing rejects = new RejectsFile.Writing(file, text -> false, row -> row)) {
      rejects.add(new RejectedRow("a.csv", 3, null, "No indicator.", "=cmd|' /C calc'!A0,b"));
      rejects.add(new RejectedRow("a.csv", 7, "URL", "Bad.", "x\ny"));
    }
    assertThat(Files.readString(file))
        .isEqualToNormalizingNewlines(
            "file,line,column,reason,raw\na.csv,3,,No indicator.,\"'=cmd|' /C calc'!A0,b\"\n"
                + "a.csv,7,URL,Bad.,\"x\ny\"\n");
  }
}
