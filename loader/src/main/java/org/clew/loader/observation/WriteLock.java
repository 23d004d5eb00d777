package org.clew.loader.observation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Lets in one writer, among threads and among processes; a process that dies lets go of it. Closing
 * any channel to a locked file gives up the process's lock on it, so a file whose lock this process
 * has is not opened a second time.
 */
final class WriteLock implements Closeable {
  /** Does not wait while another writer has the lock. */
  static final Runnable REFUSE =
      () -> {
        throw new ClewException(
            Reason.UNAVAILABLE, "The observation log is being written by another load.");
      };

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private WriteLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param busy run again and again while another writer has it; ends the waiting by throwing
   */
  static WriteLock acquire(Path lockFile, Runnable busy) throws IOException {
    Path folder = Files.createDirectories(lockFile.toAbsolutePath().getParent());
    Path file = folder.toRealPath().resolve(lockFile.getFileName());
    while (!HELD.add(file)) {
      busy.run();
    }
    try {
      return new WriteLock(file, locked(file, busy));
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static FileChannel locked(Path file, Runnable busy) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (!isLocked(channel)) {
        busy.run();
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    @Nullable FileLock lock = channel.tryLock();
    return lock != null;
  }

  /** Does work with the lock, which must be free. */
  static <T> T whileHeld(Path file, Disk.Work<T> work) throws IOException {
    WriteLock lock = acquire(file, REFUSE);
    try {
      return work.run();
    } finally {
      lock.close();
    }
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }
}
