package org.clew.loader.observation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/** Lets in one writer, among threads and among processes; a process that dies lets go of it. */
final class WriteLock implements Closeable {
  private final FileChannel channel;

  private WriteLock(FileChannel channel) {
    this.channel = channel;
  }

  static WriteLock acquire(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new ClewException(
          Reason.UNAVAILABLE, "The observation log is being written by another load.");
    }
    return new WriteLock(channel);
  }

  static <T> T whileHeld(Path file, Disk.Work<T> work) throws IOException {
    WriteLock lock = acquire(file);
    try {
      return work.run();
    } finally {
      lock.close();
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
