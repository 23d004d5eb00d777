package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Lets many change a data folder, or one hold it still, among threads and among processes. A
 * process that dies lets go of it.
 */
final class DataLock {
  private static final ConcurrentMap<Path, DataLock> OF_FOLDERS = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantReadWriteLock threads = new ReentrantReadWriteLock();
  private int changing;
  private @Nullable FileChannel channel;

  private DataLock(Path file) {
    this.file = file;
  }

  static DataLock of(Path root) {
    Path file = root.toAbsolutePath().normalize().resolve("changes.lock");
    return OF_FOLDERS.computeIfAbsent(file, DataLock::new);
  }

  /** Works while nobody holds the folder still. */
  <T> T changing(Supplier<T> work) {
    threads.readLock().lock();
    try {
      enter();
      try {
        return work.get();
      } finally {
        leave();
      }
    } finally {
      threads.readLock().unlock();
    }
  }

  /**
   * Works while nobody changes the folder; not for a thread that changes it itself.
   *
   * @param waiting told when somebody is at it
   */
  <T> T still(Runnable waiting, Supplier<T> work) {
    if (!threads.writeLock().tryLock()) {
      waiting.run();
      threads.writeLock().lock();
    }
    try (FileChannel opened = open()) {
      @Nullable FileLock lock = opened.tryLock();
      if (lock == null) {
        waiting.run();
        opened.lock();
      }
      return work.get();
    } catch (IOException e) {
      throw unusable(e);
    } finally {
      threads.writeLock().unlock();
    }
  }

  private synchronized void enter() {
    if (changing == 0) {
      try {
        FileChannel opened = open();
        channel = opened;
        opened.lock(0, Long.MAX_VALUE, true);
      } catch (IOException e) {
        throw unusable(e);
      }
    }
    changing++;
  }

  private synchronized void leave() {
    changing--;
    FileChannel opened = channel;
    if (changing == 0 && opened != null) {
      channel = null;
      try {
        opened.close();
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  private FileChannel open() throws IOException {
    Files.createDirectories(file.getParent());
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private ClewException unusable(IOException cause) {
    return new ClewException(
        Reason.UNAVAILABLE, "The file '" + file + "' cannot be locked: " + cause + ".", cause);
  }
}
