package org.clew.loader.ingest;

/**
 * What became of the rows of a file: accepted + rejected + duplicate = rows.
 *
 * @param accepted rows taken over
 * @param rejected rows not taken over
 * @param duplicate rows equal to one taken over
 * @param blank empty rows, which are no rows
 * @param rejectedValues values of accepted rows not taken over
 */
public record RowCounts(
    long accepted, long rejected, long duplicate, long blank, long rejectedValues) {
  /** All rows that are not blank. */
  public long rows() {
    return accepted + rejected + duplicate;
  }
}
