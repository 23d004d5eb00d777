package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clew.loader.access.AuditLog;
import org.clew.loader.access.KeyFile;
import org.clew.loader.observation.DurableFiles;
import org.clew.loader.observation.KeyedHash;
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

  /** What the loads rejected. */
  public Rejections rejections() {
    return new Rejections(statements());
  }

  /** Which loads are going on or were cut off. */
  public UnfinishedLoads unfinishedLoads() {
    return new UnfinishedLoads(unfinished(), Clock.systemUTC());
  }

  private Path unfinished() {
    return root.resolve("unfinished");
  }

  /** Which changes there were. */
  public ChangeJournal journal() {
    return new ChangeJournal(root.resolve("journal.jsonl"));
  }

  /** What analysts decided on claims. */
  public ClaimDecisions decisions() {
    return new ClaimDecisions(root.resolve("decisions.tsv"));
  }

  /**
   * From now on every load into this folder puts keyed hashes in the place of personal values.
   *
   * @throws ClewException USAGE when it holds loads with their values in clear
   */
  public void pseudonymise() {
    if (!Files.exists(pseudonymKey()) && !statements().names().isEmpty()) {
      throw new ClewException(
          Reason.USAGE,
          "The data directory '"
              + root
              + "' holds values that were loaded in clear; begin with a fresh one.");
    }
    keyedHash();
  }

  /** The pseudonyms of this folder, where it has them. */
  Optional<Pseudonyms> pseudonyms() {
    return Files.exists(pseudonymKey())
        ? Optional.of(new Pseudonyms(keyedHash()))
        : Optional.empty();
  }

  private KeyedHash keyedHash() {
    try {
      Files.createDirectories(root);
      return KeyedHash.under(pseudonymKey());
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "The key of the pseudonyms in '" + root + "' cannot be used: " + e,
          e);
    }
  }

  private Path pseudonymKey() {
    return root.resolve("pseudonyms.key");
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

  /**
   * Removes what processes that were killed left: uploads and half-written files. What a living
   * process has in hand stays.
   */
  public void sweep() {
    try {
      List<Path> left = new ArrayList<>(DurableFiles.list(temporary()));
      for (Path folder : List.of(root.resolve("statements"), unfinished())) {
        DurableFiles.list(folder).stream()
            .filter(file -> file.getFileName().toString().endsWith(".tmp"))
            .forEach(left::add);
      }
      for (Path file : left) {
        if (isOfNobody(file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The data directory '" + root + "' cannot be tidied: " + e, e);
    }
  }

  /** Made by this process's number before this process began, or by one that is gone. */
  private static boolean isOfNobody(Path file) {
    ProcessHandle own = ProcessHandle.current();
    long maker = DurableFiles.maker(file);
    if (maker >= 0 && maker != own.pid()) {
      return ProcessHandle.of(maker).isEmpty();
    }
    return own.info()
        .startInstant()
        .map(start -> file.toFile().lastModified() < start.toEpochMilli())
        .orElse(false);
  }

  private Path temporary() {
    return root.resolve("temporary");
  }

  /** A fresh file for what is needed for a short time, for its owner alone. */
  Path temporaryFile() {
    try {
      Files.createDirectories(temporary());
      Path file = DurableFiles.temporary(temporary().resolve("input"));
      return Files.createFile(file, DurableFiles.ownerAlone());
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The data directory '" + root + "' cannot be written.", e);
    }
  }
}
