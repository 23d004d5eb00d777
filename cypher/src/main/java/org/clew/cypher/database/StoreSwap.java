package org.clew.cypher.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Puts a store that was built beside the one in use in its place. The rename to {@code neo4j.ready}
 * decides: before it nothing has changed, after it every later start finishes what is left to do.
 */
final class StoreSwap {
  private final Path root;
  private final Path inUse;

  StoreSwap(Path root, Path inUse) {
    this.root = root;
    this.inUse = inUse;
  }

  /** The folder to build in, which the next start removes. */
  Path workFolder() {
    return root.resolve("neo4j.importing");
  }

  /** Puts a finished store, which lies in the work folder, in the place of the one in use. */
  void replaceBy(Path finished) throws IOException {
    Files.move(finished, ready(), StandardCopyOption.ATOMIC_MOVE);
    force(root);
    settle();
  }

  /** Finishes a swap that was decided, and removes what an interrupted one left. */
  void settle() throws IOException {
    if (Files.exists(ready())) {
      if (Files.exists(inUse)) {
        delete(replaced());
        Files.move(inUse, replaced(), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(ready(), inUse, StandardCopyOption.ATOMIC_MOVE);
      force(root);
    }
    delete(replaced());
    delete(workFolder());
  }

  private Path ready() {
    return root.resolve("neo4j.ready");
  }

  private Path replaced() {
    return root.resolve("neo4j.replaced");
  }

  /** Whether a store is being built at this moment, or was when a process died. */
  boolean isBuilding() {
    return Files.exists(workFolder());
  }

  /** Brings a file, or what a folder names, to the disk. */
  static void force(Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
