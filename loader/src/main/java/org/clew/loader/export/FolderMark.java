package org.clew.loader.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The file that says that a folder is being restored, held by the process that does it. It outlives
 * a process that dies, and so tells that the folder is not whole.
 */
final class FolderMark implements AutoCloseable {
  private final Path file;
  private final FileChannel held;

  private FolderMark(Path file, FileChannel held) {
    this.file = file;
    this.held = held;
  }

  static boolean isSet(DataFolder data) {
    return Files.exists(data.restoreMark());
  }

  /** Marks a folder, and takes away what an interrupted restore left in it. */
  static FolderMark set(DataFolder data, Path backup) throws IOException {
    Files.createDirectories(data.root());
    Path file = data.restoreMark();
    boolean interrupted = Files.exists(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isMine(channel)) {
      channel.close();
      throw new ClewException(
          Reason.UNAVAILABLE, "Another restore into '" + data.root() + "' is running.");
    }
    if (interrupted) {
      clear(data.root(), file);
    }
    DurableFiles.sync(file);
    return new FolderMark(file, channel);
  }

  /** The folder is whole. */
  void lift() throws IOException {
    DurableFiles.delete(file);
  }

  @Override
  public void close() throws IOException {
    held.close();
  }

  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  private static void clear(Path root, Path mark) throws IOException {
    List<Path> found = DurableFiles.list(root).stream().filter(each -> !each.equals(mark)).toList();
    for (Path each : found) {
      if (!KeptFiles.isOfClew(each.getFileName().toString())) {
        throw new ClewException(
            Reason.USAGE,
            "'" + each + "' was not put there by a restore; take it away and restore again.");
      }
    }
    for (Path each : found) {
      try (Stream<Path> all = Files.walk(each)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
