package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Held beside the mark of a load while it is going on. A process that dies lets go of it, whatever
 * its number is and who may see it.
 */
final class LoadLock implements AutoCloseable {
  private static final String SUFFIX = ".lock";

  /** Those of this process: to open and close such a file again would let go of its lock. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private LoadLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock of a mark that is not written yet. */
  static LoadLock of(Path mark) throws IOException {
    Path file = file(mark);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    LoadLock lock = new LoadLock(file, channel);
    OWN.add(file);
    try {
      channel.lock();
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Whether the load of that mark is going on, in whatever process. */
  static synchronized boolean isHeld(Path mark) throws IOException {
    Path file = file(mark);
    if (OWN.contains(file)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.tryLock(0, Long.MAX_VALUE, true) == null;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Takes away what a process that was killed left beside its mark. */
  static void forget(Path mark) throws IOException {
    Files.deleteIfExists(file(mark));
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      channel.close();
      OWN.remove(file);
    }
  }

  private static Path file(Path mark) {
    return mark.resolveSibling(mark.getFileName() + SUFFIX).toAbsolutePath().normalize();
  }
}
