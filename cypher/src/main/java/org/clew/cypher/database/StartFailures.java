package org.clew.cypher.database;

import java.net.BindException;
import java.nio.file.Path;
import java.util.Locale;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import org.neo4j.io.locker.FileLockException;

/** What it means to a person that the embedded database did not start. */
final class StartFailures {
  private StartFailures() {}

  static ClewException translate(RuntimeException failure, Path root, int boltPort) {
    if (has(failure, FileLockException.class)) {
      return new ClewException(
          Reason.UNAVAILABLE,
          "The store in " + root + " is locked by another Neo4j process; stop that one first.",
          failure);
    }
    if (has(failure, BindException.class)) {
      return new ClewException(
          Reason.UNAVAILABLE,
          "Port "
              + boltPort
              + " for Bolt is taken; choose another with --bolt-port (0: a free one).",
          failure);
    }
    Throwable cause = deepest(failure);
    String detail =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    if (detail.toLowerCase(Locale.ROOT).contains("no space left")) {
      return new ClewException(
          Reason.UNAVAILABLE,
          "The disk that holds " + root + " is full; free some space.",
          failure);
    }
    return new ClewException(
        Reason.UNAVAILABLE,
        "The embedded database in " + root + " did not start: " + detail,
        failure);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static Throwable deepest(Throwable failure) {
    Throwable deepest = failure;
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      deepest = t;
    }
    return deepest;
  }
}
