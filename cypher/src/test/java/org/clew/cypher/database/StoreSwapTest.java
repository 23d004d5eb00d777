package org.clew.cypher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSwapTest {
  @TempDir Path root;

  @Test
  void shouldPutTheFinishedStoreInPlace() throws IOException {
    folder("neo4j", "old");
    Path finished = folder("neo4j.importing/home", "new");
    swap().replaceBy(finished);

    assertThat(root).isDirectoryContaining("glob:**/neo4j").isDirectoryNotContaining("glob:**.*");
    assertThat(root.resolve("neo4j/new")).exists();
  }

  @Test
  void shouldForgetAnUnfinishedStore() throws IOException {
    folder("neo4j", "old");
    folder("neo4j.importing/home", "new");
    swap().settle();

    assertThat(root).isDirectoryNotContaining("glob:**.*");
    assertThat(root.resolve("neo4j/old")).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void shouldFinishADecidedSwapWhereverItWasInterrupted(int done) throws IOException {
    folder(done == 0 ? "neo4j" : "neo4j.replaced", "old");
    folder(done < 2 ? "neo4j.ready" : "neo4j", "new");
    if (done < 3) {
      folder("neo4j.importing", "rest");
    }
    swap().settle();

    assertThat(root).isDirectoryNotContaining("glob:**.*");
    assertThat(root.resolve("neo4j/new")).exists();
    assertThat(root.resolve("neo4j/old")).doesNotExist();
  }

  private StoreSwap swap() {
    return new StoreSwap(root, root.resolve("neo4j"));
  }

  private Path folder(String name, String file) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.createFile(folder.resolve(file));
    return folder;
  }
}
