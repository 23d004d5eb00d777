package org.clew.cypher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.neo4j.driver.AuthTokens;

/** Reaches an embedded store through the process that holds it. */
final class AttachedGraphStore {
  private static final long HOLDER_START_SECONDS = 60;

  private AttachedGraphStore() {}

  /**
   * The store of whoever holds it; nothing where that process ended meanwhile, and this one holds
   * the store instead.
   */
  static Optional<GraphStore> attach(StoreDirectory data) {
    FileChannel membership = data.joinClients();
    try {
      Optional<String> uri = awaitAddress(data);
      if (uri.isEmpty()) {
        leave(membership);
        return Optional.empty();
      }
      return Optional.of(
          DriverGraphStore.connect(
              uri.get(),
              AuthTokens.basic(EmbeddedGraphStore.USER, data.password()),
              "the store in " + data.root() + ", through the clew process that holds it",
              DiskSpace.of(data.root())::requireToWrite,
              () -> leave(membership)));
    } catch (RuntimeException e) {
      leave(membership);
      throw e;
    }
  }

  /**
   * Where the holder answers; nothing when it went and the store is held by this process now. One
   * that builds a store has its time.
   */
  private static Optional<String> awaitAddress(StoreDirectory data) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HOLDER_START_SECONDS);
    while (System.nanoTime() < deadline || data.swap().isBuilding()) {
      Optional<String> address = data.address();
      if (address.isPresent()) {
        return address;
      }
      if (data.tryHold()) {
        return Optional.empty();
      }
      StoreDirectory.pause();
    }
    throw new ClewException(
        Reason.UNAVAILABLE,
        "Another clew process holds " + data.root() + " but does not answer; stop it or wait.");
  }

  private static void leave(FileChannel membership) {
    try {
      membership.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
