package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.clew.loader.access.AuditLog;
import org.clew.loader.access.KeyFile;
import org.clew.loader.observation.ObservationLog;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * What Clew keeps beside the graph.
 *
 * @param root the data directory, which need not exist
 */
public record DataFolder(Path root) {
  /** The file by which a data directory is told from other folders. */
  static final String LOCK = "clew.lock";

  /** The observation log. */
  public ObservationLog log() {
    return ObservationLog.in(root.resolve("log"));
  }

  /** What each load stated, from which the graph can be made anew. */
  public StatementArchive statements() {
    return new StatementArchive(root.resolve("statements"));
  }

  /** What analysts decided on claims. */
  public ClaimDecisions decisions() {
    return new ClaimDecisions(root.resolve("decisions.tsv"));
  }

  /** The saved mappings of columns. */
  public SavedMappings mappings() {
    return new SavedMappings(root.resolve("mappings"));
  }

  /** The API keys. */
  public KeyFile keys() {
    return new KeyFile(root.resolve("keys.json"), Clock.systemUTC());
  }

  /** Who did what. */
  public AuditLog audit() {
    return new AuditLog(root, Clock.systemUTC());
  }

  /** Where the files of rejected rows go. */
  public Path rejects() {
    return root.resolve("rejects");
  }

  /** A fresh file for what is needed for a short time. */
  Path temporaryFile() {
    try {
      Path folder = Files.createDirectories(root.resolve("temporary"));
      return Files.createTempFile(folder, "input", "");
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The data directory '" + root + "' cannot be written.", e);
    }
  }
}
