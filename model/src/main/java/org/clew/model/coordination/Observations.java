package org.clew.model.coordination;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Observed acts in columns: row {@code r} says that an account acted on an artifact at a time, in a
 * post. All of one artifact kind. Rows are in any order; one row takes 20 bytes.
 *
 * <p>Accounts, artifacts and posts are indexes from 0; memory and time grow with the largest, so
 * they should be dense. A post belongs to one account.
 */
public final class Observations {
  /** Stands for "no post": an artifact that is not itself a post. */
  public static final int NO_POST = -1;

  private static final long FARTHEST_SECOND = 1L << 61;

  final int[] account;
  final int[] artifact;
  final long[] seconds;
  final int[] post;
  private final int[] ownPost;
  private final int accounts;
  private final int artifacts;
  private final int posts;
  private int @Nullable [] inTime;

  private Observations(int[] account, int[] artifact, long[] seconds, int[] post, int[] ownPost) {
    this.account = account;
    this.artifact = artifact;
    this.seconds = seconds;
    this.post = post;
    this.ownPost = ownPost;
    this.accounts = sizeOfIndex(account, "account");
    this.artifacts = sizeOfIndex(artifact, "artifact");
    this.posts = sizeOfIndex(post, "post");
    for (long second : seconds) {
      if (second > FARTHEST_SECOND || second < -FARTHEST_SECOND) {
        throw new IllegalArgumentException("The time " + second + " is no epoch second.");
      }
    }
  }

  /**
   * Observations from columns of equal length, which are copied.
   *
   * @param account who acted
   * @param artifact on what
   * @param seconds when, in seconds since the epoch
   * @param post in which post
   * @throws IllegalArgumentException if lengths differ or an index is negative
   */
  public static Observations of(int[] account, int[] artifact, long[] seconds, int[] post) {
    if (artifact.length != account.length
        || seconds.length != account.length
        || post.length != account.length) {
      throw new IllegalArgumentException("All columns of observations need the same length.");
    }
    return new Observations(
        account.clone(), artifact.clone(), seconds.clone(), post.clone(), new int[0]);
  }

  /** A builder that takes one row after the other. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The same rows, with the post that each artifact itself is.
   *
   * @param postOfArtifact indexed by artifact, {@link #NO_POST} where it is none; artifacts past
   *     its end are none
   */
  public Observations withOwnPosts(int[] postOfArtifact) {
    return sortedAlike(new Observations(account, artifact, seconds, post, postOfArtifact.clone()));
  }

  /**
   * The same acts in an order and with indexes that do not depend on how they came: rows by
   * artifact, time and account.
   *
   * @param accountNumbers the new index of each account
   * @param artifactNumbers the new index of each artifact
   */
  public Observations renumbered(int[] accountNumbers, int[] artifactNumbers) {
    int[] newAccount = new int[account.length];
    int[] newArtifact = new int[account.length];
    for (int row = 0; row < account.length; row++) {
      newAccount[row] = accountNumbers[account[row]];
      newArtifact[row] = artifactNumbers[artifact[row]];
    }
    Observations renumbered =
        new Observations(newAccount, newArtifact, seconds, post, ownPosts(artifactNumbers));
    int[] byAccount = Grouping.of(newAccount, renumbered.accounts()).member;
    return renumbered.rows(Rows.byArtifactAndTime(renumbered, byAccount));
  }

  private int[] ownPosts(int[] artifactNumbers) {
    int[] own = new int[ownPost.length == 0 ? 0 : artifacts];
    Arrays.fill(own, NO_POST);
    for (int artifactIndex : ownPost.length == 0 ? new int[0] : artifact) {
      own[artifactNumbers[artifactIndex]] = ownPost(artifactIndex);
    }
    return own;
  }

  /**
   * The same rows with other numbers for accounts.
   *
   * @param accountNumbers the new index of each account
   */
  public Observations withAccounts(int[] accountNumbers) {
    int[] newAccount = new int[account.length];
    Arrays.setAll(newAccount, row -> accountNumbers[account[row]]);
    return sortedAlike(new Observations(newAccount, artifact, seconds, post, ownPost));
  }

  /** The rows whose artifact was not left out of a detection. */
  public Observations without(List<CappedArtifact> capped) {
    if (capped.isEmpty()) {
      return this;
    }
    boolean[] left = new boolean[artifacts];
    capped.forEach(one -> left[one.artifact()] = true);
    return where(row -> !left[artifact[row]]);
  }

  /**
   * The same without rows that repeat an earlier one, such as those of archives that overlap: one
   * account, artifact and second, and one post where posts count. In their order.
   *
   * @param withPosts whether the same act in another post is another act
   */
  public Observations distinct(boolean withPosts) {
    return DistinctRows.of(this, withPosts);
  }

  /**
   * The rows on whose artifact others are too, by artifact, then time, then in their order. Sorted
   * once and to be left as it is.
   */
  synchronized int[] inTime() {
    int[] sorted = inTime;
    if (sorted == null) {
      sorted = Rows.byArtifactAndTime(this, Rows.onSharedArtifacts(this));
      inTime = sorted;
    }
    return sorted;
  }

  /** The same rows on the same artifacts are in time in the same order. */
  private Observations sortedAlike(Observations other) {
    other.inTime = inTime;
    return other;
  }

  /** Only the rows that pass, in their order; indexes keep their meaning. */
  public Observations where(IntPredicate condition) {
    int[] numbers = Rows.where(size(), condition);
    if (numbers.length == size()) {
      return this;
    }
    Observations chosen = rows(numbers);
    chosen.inTime = inTime == null ? null : stillInTime(numbers);
    return chosen;
  }

  /** What is sorted stays so when rows go; only their numbers change. */
  private int[] stillInTime(int[] numbers) {
    int[] newNumber = new int[size()];
    for (int i = 0; i < numbers.length; i++) {
      newNumber[numbers[i]] = i;
    }
    int[] sorted = Rows.sharedInTime(this, numbers);
    Arrays.setAll(sorted, i -> newNumber[sorted[i]]);
    return sorted;
  }

  /** Only the rows with these numbers, in this order; indexes keep their meaning. */
  Observations rows(int[] numbers) {
    int[] newAccount = new int[numbers.length];
    int[] newArtifact = new int[numbers.length];
    long[] newSeconds = new long[numbers.length];
    int[] newPost = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      newAccount[i] = account[numbers[i]];
      newArtifact[i] = artifact[numbers[i]];
      newSeconds[i] = seconds[numbers[i]];
      newPost[i] = post[numbers[i]];
    }
    return new Observations(newAccount, newArtifact, newSeconds, newPost, ownPost);
  }

  /** How many rows. */
  public int size() {
    return account.length;
  }

  /** One more than the largest account index; 0 without rows. */
  public int accounts() {
    return accounts;
  }

  /** One more than the largest artifact index; 0 without rows. */
  public int artifacts() {
    return artifacts;
  }

  /** One more than the largest post index; 0 without rows. */
  public int posts() {
    return posts;
  }

  /** Who acted in a row. */
  public int account(int row) {
    return account[row];
  }

  /** What was acted on in a row. */
  public int artifact(int row) {
    return artifact[row];
  }

  /** When, in seconds since the epoch. */
  public long seconds(int row) {
    return seconds[row];
  }

  /** In which post. */
  public int post(int row) {
    return post[row];
  }

  /** The post an artifact itself is, or {@link #NO_POST}. */
  public int ownPost(int ofArtifact) {
    return ofArtifact < ownPost.length ? ownPost[ofArtifact] : NO_POST;
  }

  private static int sizeOfIndex(int[] column, String name) {
    int largest = -1;
    for (int value : column) {
      if (value < 0) {
        throw new IllegalArgumentException("No " + name + " index may be negative.");
      }
      largest = Math.max(largest, value);
    }
    return largest + 1;
  }

  /** Collects rows. Not safe for use by several threads. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 1024;

    private int[] account = new int[FIRST_CAPACITY];
    private int[] artifact = new int[FIRST_CAPACITY];
    private long[] seconds = new long[FIRST_CAPACITY];
    private int[] post = new int[FIRST_CAPACITY];
    private int size;

    private Builder() {}

    /** Adds one row. */
    public Builder add(int byAccount, int onArtifact, long atSeconds, int inPost) {
      if (size == account.length) {
        grow();
      }
      account[size] = byAccount;
      artifact[size] = onArtifact;
      seconds[size] = atSeconds;
      post[size] = inPost;
      size++;
      return this;
    }

    /** The rows added so far. */
    public Observations build() {
      return new Observations(
          Arrays.copyOf(account, size),
          Arrays.copyOf(artifact, size),
          Arrays.copyOf(seconds, size),
          Arrays.copyOf(post, size),
          new int[0]);
    }

    private void grow() {
      int capacity = Growth.next(size);
      account = Arrays.copyOf(account, capacity);
      artifact = Arrays.copyOf(artifact, capacity);
      seconds = Arrays.copyOf(seconds, capacity);
      post = Arrays.copyOf(post, capacity);
    }
  }
}
