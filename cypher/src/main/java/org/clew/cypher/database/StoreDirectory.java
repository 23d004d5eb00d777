package org.clew.cypher.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an embedded store: who holds it, where that process answers, and the password of
 * its Bolt. One process holds {@code clew.lock}; those that work through it share {@code
 * clients.lock}, so that the holder can wait for them before it goes.
 */
final class StoreDirectory {
  private static final int PASSWORD_BYTES = 24;
  private static final long POLL_MILLIS = 50;
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final Logger LOG = LoggerFactory.getLogger(StoreDirectory.class);

  /**
   * The stores this process holds. Closing any channel to a locked file gives up the process's lock
   * on it, so the file is not even opened a second time.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path root;
  private @Nullable FileChannel lockChannel;

  private StoreDirectory(Path root) {
    this.root = root;
  }

  static StoreDirectory prepare(Path root) {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new ClewException(
          Reason.USAGE, "The data directory " + root + " cannot be made or is not a folder.", e);
    }
    if (!Files.isWritable(root)) {
      throw new ClewException(Reason.USAGE, "The data directory " + root + " cannot be written.");
    }
    try {
      return new StoreDirectory(root.toRealPath());
    } catch (IOException e) {
      throw new ClewException(
          Reason.USAGE, "The data directory " + root + " cannot be made or is not a folder.", e);
    }
  }

  Path root() {
    return root;
  }

  Path neo4jHome() {
    return root.resolve("neo4j");
  }

  /** What puts another store in the place of this one; for the holder only. */
  StoreSwap swap() {
    return new StoreSwap(root, neo4jHome());
  }

  /** Takes the store for this process; false when another one, or this one already, has it. */
  boolean tryHold() {
    if (!HELD.add(root)) {
      return false;
    }
    boolean held = false;
    try {
      FileChannel channel =
          FileChannel.open(
              root.resolve("clew.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel, false)) {
        channel.close();
        return false;
      }
      lockChannel = channel;
      held = true;
      Files.deleteIfExists(addressFile());
      swap().settle();
      return true;
    } catch (IOException e) {
      throw unusable(e);
    } finally {
      if (!held) {
        HELD.remove(root);
      }
    }
  }

  /** Gives the store back after those that work through this process are done. */
  void release(Duration wait) {
    try (FileChannel clients = openClients()) {
      long begin = System.nanoTime();
      boolean told = false;
      while (!lock(clients, false) && System.nanoTime() - begin < wait.toNanos()) {
        if (!told && System.nanoTime() - begin > SILENT_NANOS) {
          LOG.warn("Another command works with the graph through this one, which ends after it.");
          told = true;
        }
        pause();
      }
      Files.deleteIfExists(addressFile());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Whether other processes work through this one, or this one is not the holder. */
  boolean isShared() {
    if (!HELD.contains(root)) {
      return true;
    }
    try (FileChannel clients = openClients()) {
      return !lock(clients, false);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Lets go of the lock; the last thing a holder does. */
  void unlock() {
    FileChannel channel = lockChannel;
    lockChannel = null;
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw unusable(e);
      } finally {
        HELD.remove(root);
      }
    }
  }

  /** Says where this process answers. */
  void publishAddress(String boltUri) {
    try {
      Path temporary = Files.createTempFile(root, "address", ".tmp");
      Files.writeString(temporary, boltUri, StandardCharsets.UTF_8);
      Files.move(
          temporary,
          addressFile(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Where the holder answers, once it does. */
  Optional<String> address() {
    try {
      return Optional.of(Files.readString(addressFile(), StandardCharsets.UTF_8).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Marks this process as one that works through the holder, until the channel is closed. */
  FileChannel joinClients() {
    try {
      FileChannel clients = openClients();
      while (!lock(clients, true)) {
        pause();
      }
      return clients;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The password of the embedded Bolt: made once, readable by its owner alone. */
  String password() {
    Path file = root.resolve("neo4j.password");
    try {
      if (!Files.exists(file)) {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        writePrivately(file, HexFormat.of().formatHex(secret));
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClewException(Reason.UNAVAILABLE, "Interrupted while waiting for the store.", e);
    }
  }

  private Path addressFile() {
    return root.resolve("clew.address");
  }

  private FileChannel openClients() throws IOException {
    return FileChannel.open(
        root.resolve("clients.lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  private static boolean lock(FileChannel channel, boolean shared) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void writePrivately(Path file, String text) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  ClewException unusable(IOException cause) {
    return new ClewException(
        Reason.UNAVAILABLE,
        "The data directory " + root + " cannot be used: " + cause.getMessage() + ".",
        cause);
  }
}
