package org.clew.loader.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets in one thread of one process at a time; a process that dies lets go. What is done inside
 * takes milliseconds, so the others wait.
 */
final class ProcessLock {
  private ProcessLock() {}

  /** What is done while nobody else does it. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** One at a time in this process, since file locks are held by whole processes. */
  static synchronized <T> T whileHeld(Path file, Work<T> work) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!held.isValid()) {
        throw new IOException("The lock " + file + " was lost.");
      }
      return work.run();
    }
  }
}
