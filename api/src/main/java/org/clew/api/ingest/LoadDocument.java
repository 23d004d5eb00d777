package org.clew.api.ingest;

import java.util.List;
import org.clew.loader.ingest.FileReport;

/**
 * What a load did.
 *
 * @param files one report a file
 * @param dryRun whether nothing was written
 */
public record LoadDocument(List<FileReport> files, boolean dryRun) {
  public LoadDocument {
    files = List.copyOf(files);
  }

  /** Whether any row or value was rejected. */
  public boolean hasRejects() {
    return files.stream().anyMatch(file -> file.rejected() + file.rejectedValues() > 0);
  }

  /** Whether any file could not be read. */
  public boolean hasFailures() {
    return files.stream().anyMatch(file -> file.failure() != null);
  }
}
