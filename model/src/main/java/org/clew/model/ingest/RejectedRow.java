package org.clew.model.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A row, or one value of a row, that was not taken over, and why. Rejects are data: they are
 * collected, counted and written to a file.
 *
 * @param file name of the file without its folder
 * @param line line in the file at which the record starts, from 1
 * @param column name of the column that is at fault; null when the row as a whole is
 * @param reason one sentence
 * @param raw the row as it stands in the file, cut at 2,000 characters, never inside one
 */
public record RejectedRow(
    String file, long line, @Nullable String column, String reason, String raw) {
  private static final int MAX_RAW = 2000;

  public RejectedRow {
    raw = raw.length() > MAX_RAW ? raw.substring(0, end(raw)) : raw;
  }

  private static int end(String raw) {
    return Character.isHighSurrogate(raw.charAt(MAX_RAW - 1)) ? MAX_RAW - 1 : MAX_RAW;
  }
}
