package org.clew.loader.export;

import java.util.List;
import org.clew.loader.observation.Damage;

/**
 * A backup that was written.
 *
 * @param file where
 * @param bytes how large the file is
 * @param manifest what it holds
 * @param damaged files that were damaged before, and are in the backup as they are
 */
public record BackupReport(String file, long bytes, BackupManifest manifest, List<Damage> damaged) {
  public BackupReport {
    damaged = List.copyOf(damaged);
  }
}
