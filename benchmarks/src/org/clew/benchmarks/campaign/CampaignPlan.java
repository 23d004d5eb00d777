package org.clew.benchmarks.campaign;

/**
 * What to make.
 *
 * @param seed the same seed makes the same bytes
 * @param posts rows, repeated ones not counted; 10,000 to 100,000,000
 * @param files into how many files they are split; each has another order of columns
 */
public record CampaignPlan(long seed, long posts, int files) {
  private static final int DAYS = 365;
  private static final int MIN_ACCOUNTS = 400;
  private static final int POSTS_PER_ACCOUNT = 125;
  private static final int MEMBERS = 25;

  /** Accounts that post. */
  public int accounts() {
    return (int) Math.max(MIN_ACCOUNTS, posts / POSTS_PER_ACCOUNT);
  }

  /** Planted clusters; each has {@link #members} members. */
  public int clusters() {
    return (int) Math.max(2, Math.min(12, posts / 200_000));
  }

  /** Members of a cluster. */
  public int members() {
    return Math.min(MEMBERS, accounts() / (4 * clusters()));
  }

  /** Accounts that spread a cluster's pages of their own accord, hours later. */
  public int sympathisers() {
    return accounts() / 20;
  }

  /** How many days the posts span. */
  public int days() {
    return DAYS;
  }

  /** Day of the news event that everybody spreads at once. */
  public int newsDay() {
    return DAYS * 2 / 3;
  }
}
