package org.clew.loader.observation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A process that looks whether another one has locked a file, and says so by how it ends. */
final class LockProbe {
  static final int FREE = 10;
  static final int LOCKED = 11;

  private LockProbe() {}

  /** Takes the file. */
  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = channel.tryLock();
      System.exit(lock == null ? LOCKED : FREE);
    }
  }
}
