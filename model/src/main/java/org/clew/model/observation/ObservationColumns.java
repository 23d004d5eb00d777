package org.clew.model.observation;

/**
 * Observations of one kind as columns: the i-th entries of all arrays are one row. Rows stand in
 * the order of the log. The arrays belong to the caller.
 */
public final class ObservationColumns {
  /** Stands for a value that a row lacks, such as the artifact of a post. */
  public static final int NONE = -1;

  /** Stands for a time that is not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private final ObservationKind kind;
  private final int[] accounts;
  private final int[] artifacts;
  private final long[] times;
  private final int[] posts;
  private final int[] targets;

  /**
   * Takes over the arrays, which are of one length; posts and targets may be empty instead.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public ObservationColumns(
      ObservationKind kind,
      int[] accounts,
      int[] artifacts,
      long[] times,
      int[] posts,
      int[] targets) {
    this.kind = kind;
    this.accounts = accounts;
    this.artifacts = artifacts;
    this.times = times;
    this.posts = posts;
    this.targets = targets;
    if (artifacts.length != size()
        || times.length != size()
        || !fits(posts.length)
        || !fits(targets.length)) {
      throw new IllegalArgumentException("The columns have different lengths.");
    }
  }

  private boolean fits(int length) {
    return length == 0 || length == size();
  }

  /** What was done in every row. */
  public ObservationKind kind() {
    return kind;
  }

  /** The number of rows. */
  public int size() {
    return accounts.length;
  }

  /** Codes of the accounts among the entities. */
  public int[] accounts() {
    return accounts;
  }

  /** Codes of the artifacts among the keys. */
  public int[] artifacts() {
    return artifacts;
  }

  /** Milliseconds since 1970-01-01T00:00:00Z, or {@link #NO_TIME}. */
  public long[] times() {
    return times;
  }

  /** Codes of the posts among the keys; empty unless asked for. */
  public int[] posts() {
    return posts;
  }

  /** Codes of the targets among the entities, or {@link #NONE}; empty unless asked for. */
  public int[] targets() {
    return targets;
  }
}
