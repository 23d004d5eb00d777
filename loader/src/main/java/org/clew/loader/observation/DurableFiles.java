package org.clew.loader.observation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clew.model.entity.Hashes;

/** File operations after which a file is whole or not there, even if the power fails. */
public final class DurableFiles {
  private static final int BUFFER = 1 << 16;
  private static final Pattern TEMPORARY =
      Pattern.compile(".+\\.(\\d{1,18})\\.[0-9a-f-]{36}\\.tmp");

  /** Locks of one process overlap instead of waiting for each other. */
  private static final ReentrantLock PROCESS = new ReentrantLock();

  private DurableFiles() {}

  /** Work on files that fails as files do. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /**
   * Does work while no other thread or process does work under the same lock file; waits for it.
   */
  public static <T> T exclusively(Path lockFile, Work<T> work) throws IOException {
    PROCESS.lock();
    try {
      Files.createDirectories(lockFile.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock();
        return work.run();
      }
    } finally {
      PROCESS.unlock();
    }
  }

  /** Writes a small file beside its place and moves it there. */
  public static void write(Path file, byte[] content) throws IOException {
    Path temporary = temporary(file);
    try {
      Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      moveIntoPlace(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** A path beside a file that no other thread or process writes to; it tells who makes it. */
  public static Path temporary(Path file) {
    long pid = ProcessHandle.current().pid();
    return file.resolveSibling(file.getFileName() + "." + pid + "." + UUID.randomUUID() + ".tmp");
  }

  /** The number of the process that made a {@link #temporary} path; -1 for any other file. */
  public static long maker(Path temporary) {
    Matcher name = TEMPORARY.matcher(temporary.getFileName().toString());
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }

  /** What a new file needs that only its owner may read. */
  public static FileAttribute<?> ownerAlone() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }

  /** Brings a finished file to the disk and gives it its name in one step. */
  public static void moveIntoPlace(Path finished, Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(place);
  }

  /** Deletes a file, if it is there, for good. */
  public static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      syncFolder(file);
    }
  }

  /** The files of a folder by name; none if the folder is missing. */
  public static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** The digest of a file in hex. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = Hashes.newSha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Brings a file that is in its place, and its name, to the disk. */
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    syncFolder(file);
  }

  private static void syncFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
