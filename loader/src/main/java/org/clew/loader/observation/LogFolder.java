package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a log.
 *
 * @param root the folder: {@code loads/*.json}, {@code segments/*.parquet}, {@code temporary/}
 */
record LogFolder(Path root) {
  private static final String SEGMENT_SUFFIX = ".parquet";

  Path loads() {
    return root.resolve("loads");
  }

  Path segments() {
    return root.resolve("segments");
  }

  Path temporary() {
    return root.resolve("temporary");
  }

  Path lock() {
    return root.resolve("write.lock");
  }

  Path segment(String sha256) {
    return segments().resolve(sha256 + SEGMENT_SUFFIX);
  }

  /** Gives a finished file its name by content, and returns the hash. */
  String adopt(Path finished) throws IOException {
    String sha256 = DurableFiles.sha256(finished);
    Files.createDirectories(segments());
    DurableFiles.moveIntoPlace(finished, segment(sha256));
    return sha256;
  }

  /** Deletes what interrupted work left: temporary files and segments without an entry. */
  void sweep(List<Load> loads) throws IOException {
    if (Files.isDirectory(temporary())) {
      Files.walkFileTree(temporary(), new Deleting());
    }
    Set<Path> known =
        loads.stream().map(load -> segment(load.segment())).collect(Collectors.toSet());
    for (Path file : DurableFiles.list(segments())) {
      if (!known.contains(file)) {
        DurableFiles.delete(file);
      }
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
