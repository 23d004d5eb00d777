package org.clew.cypher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * What is left on the disk of an embedded store. Neo4j keeps changed pages in memory and tries for
 * ever to write them when the disk is full, so the room for them has to be there before a change.
 *
 * @param folder where the store is
 * @param toOpen bytes that must be free to open it
 * @param toWrite bytes that must be free before a transaction that writes: more than the page cache
 */
record DiskSpace(Path folder, long toOpen, long toWrite) {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final long TO_OPEN = 64 * MEBIBYTE;
  private static final long TO_WRITE = 256 * MEBIBYTE;

  static DiskSpace of(Path folder) {
    return new DiskSpace(folder, TO_OPEN, TO_WRITE);
  }

  void requireToOpen() {
    require(toOpen, "to open the graph", "make room and try again");
  }

  void requireToWrite() {
    require(
        toWrite,
        "to change the graph",
        "what was committed is kept; make room and run the command again");
  }

  /** Whether so many bytes fit beside what a writing transaction needs. */
  boolean hasRoomFor(long bytes) {
    return free() >= bytes + toWrite;
  }

  /** Whether nothing can be written any more. */
  boolean full() {
    return free() < MEBIBYTE;
  }

  private void require(long bytes, String purpose, String advice) {
    long free = free();
    if (free < bytes) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "Only %d MiB are free on the disk of %s, and %d are needed %s: %s."
              .formatted(free / MEBIBYTE, folder, bytes / MEBIBYTE, purpose, advice));
    }
  }

  private long free() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The disk of " + folder + " cannot be asked for its free space.", e);
    }
  }
}
