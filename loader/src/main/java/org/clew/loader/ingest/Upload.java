package org.clew.loader.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * A file that arrives in pieces and is loaded when all are there: its digest must be known before
 * it is read. It lies in the data directory until it is closed.
 */
public final class Upload implements AutoCloseable {
  private static final int MAX_NAME = 120;
  private static final String NAMELESS = "upload";

  private final DataFolder data;
  private final String name;
  private final Path copy;
  private final OutputStream out;

  private Upload(DataFolder data, String name, Path copy, OutputStream out) {
    this.data = data;
    this.name = name;
    this.copy = copy;
    this.out = out;
  }

  /**
   * Begins one.
   *
   * @param name what references to its rows call it; a path is cut to its last part
   */
  public static Upload begin(DataFolder data, String name) {
    Path copy = data.temporaryFile();
    try {
      return new Upload(data, plainName(name), copy, Files.newOutputStream(copy));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** The name it goes by. */
  public String name() {
    return name;
  }

  /** Takes the next piece. */
  public void write(byte[] piece) {
    try {
      out.write(piece);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Loads it, as {@link LoadRun#load(java.util.List, ReadOptions)} would.
   *
   * @throws ClewException UNREADABLE when its content cannot be read
   */
  public FileReport load(GraphStore store, ReadOptions options, LoadListener listener) {
    try {
      out.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
    listener.reading(name);
    try (Input input = Input.open(name, copy, options)) {
      FileReport report = new LoadRun(store, data, listener).load(input, options);
      data.journal().record(store, "load", name);
      return report;
    }
  }

  /** Forgets what arrived. */
  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static String plainName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    String cut = plain.substring(0, Math.min(plain.length(), MAX_NAME));
    return cut.isEmpty() || cut.startsWith(".") ? NAMELESS + cut : cut;
  }

  private static ClewException unwritable(IOException cause) {
    return new ClewException(
        Reason.UNAVAILABLE,
        "The upload cannot be kept in the data directory: " + cause.getMessage() + ".",
        cause);
  }
}
