package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
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

  /** Which changes there were. */
  public ChangeJournal journal() {
    return new ChangeJournal(root.resolve("journal.jsonl"));
  }

  /** What analysts decided on claims. */
  public ClaimDecisions decisions() {
    return new ClaimDecisions(root.resolve("decisions.tsv"));
  }

  /** The saved mappings of columns. */
  public SavedMappings mappings() {
    return new SavedMappings(root.resolve("mappings"));
  }

  /** Works while nobody holds the folder still, as every change has to. */
  public <T> T changing(Supplier<T> work) {
    return DataLock.of(root).changing(work);
  }

  /**
   * Works while nobody changes the folder or its graph through Clew.
   *
   * @param waiting told when a change is going on, whose end is waited for
   */
  public <T> T whileUnchanged(Runnable waiting, Supplier<T> work) {
    return DataLock.of(root).still(waiting, work);
  }

  /** The file that is there while a restore into the folder is not complete. */
  public Path restoreMark() {
    return root.resolve("restore.unfinished");
  }

  /**
   * Fails where a restore into the folder was interrupted.
   *
   * @throws ClewException UNAVAILABLE
   */
  public void requireWhole() {
    if (Files.exists(restoreMark())) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "A restore into '" + root + "' was interrupted; run 'clew restore FILE' into it again.");
    }
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
