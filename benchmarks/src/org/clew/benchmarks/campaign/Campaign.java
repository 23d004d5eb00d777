package org.clew.benchmarks.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clew.benchmarks.campaign.DraftPost.Target;
import org.jspecify.annotations.Nullable;

/**
 * Makes the posts of a campaign, one after the other, holding only the latest few thousand. Day by
 * day: what people post of their own accord, in the rhythm of their days; now and then a cluster
 * spreads one page within a minute; on one day all spread the same news.
 */
final class Campaign {
  private static final long FIRST_ID = 870_000_000_000_000_000L;
  private static final int LATEST = 1 << 14;
  private static final int FRIENDS = 10;
  private static final int SITES = 4_000;
  private static final int MINUTES_A_DAY = 1_440;
  private static final double ONE_TAG = 0.038;
  private static final double CLUSTER_EVENT = 0.0004;
  private static final List<String> WORDS =
      List.of(
          "breaking", "they", "don't", "want", "you", "to", "know", "the", "truth", "about",
          "sanctions", "Сирия", "امروز", "😀", "vote", "now", "watch", "this", "\"peace\"", "war");

  /** Likelihood of an hour, from midnight, in 23rds. */
  private static final int[] RHYTHM = {
    2, 1, 1, 1, 1, 2, 4, 8, 12, 14, 14, 15, 16, 15, 14, 14, 15, 17, 19, 22, 23, 19, 12, 6
  };

  private final CampaignPlan plan;
  private final Accounts accounts;
  private final Dice dice;
  private final Target[] latest = new Target[LATEST];
  private final long[] members;
  private long made;
  private long clusterPosts;
  private long newsPosts;

  Campaign(CampaignPlan plan, Accounts accounts) {
    this.plan = plan;
    this.accounts = accounts;
    this.dice = new Dice(plan.seed());
    this.members = new long[plan.clusters()];
  }

  /** Hands over all posts. */
  void run(Consumer<DraftPost> out) {
    while (made < plan.posts()) {
      if (dice.once(CLUSTER_EVENT)) {
        clusterEvent(dice.below(plan.clusters()), out);
      } else if (isNews()) {
        newsPosts++;
        emit(news(), out);
      } else {
        emit(ordinary(), out);
      }
    }
  }

  /** Posts by which clusters acted together. */
  long clusterPosts() {
    return clusterPosts;
  }

  /** Posts that spread the news event. */
  long newsPosts() {
    return newsPosts;
  }

  /** How often a cluster acted together. */
  long events(int cluster) {
    return members[cluster];
  }

  static String front(int cluster) {
    return "front-" + cluster + "-news-benchmark.info";
  }

  private void emit(DraftPost post, Consumer<DraftPost> out) {
    out.accept(post);
    latest[(int) (made % LATEST)] = new Target(post.id(), post.account());
    made++;
  }

  private void clusterEvent(int cluster, Consumer<DraftPost> out) {
    long event = members[cluster]++;
    long minute = minute(accounts.member(cluster, 0));
    String url = "https://" + front(cluster) + "/story/" + event;
    for (int i = 0; i < plan.members() && made < plan.posts(); i++) {
      if (dice.once(0.6)) {
        clusterPosts++;
        String text = sentence(6) + (dice.once(0.5) ? " " : "  ") + url;
        emit(post(accounts.member(cluster, i), minute, text, url, null, null), out);
      }
    }
    if (made < plan.posts()) {
      int follower = accounts.sympathiser(dice.below(plan.sympathisers()));
      long later = minute + 60L + dice.below(2_000);
      emit(post(follower, later, "so true " + url, url, null, null), out);
    }
  }

  private boolean isNews() {
    return today() == plan.newsDay() && dice.once(0.4);
  }

  private DraftPost news() {
    int account = dice.below(plan.accounts());
    long minute = (long) plan.newsDay() * MINUTES_A_DAY + 600 + dice.skewed(360);
    if (dice.once(0.7)) {
      Target original = new Target(FIRST_ID - 1 - dice.skewed(5), dice.skewed(50));
      return post(account, minute, "RT: earthquake", "", original, null);
    }
    String url = "https://agency-benchmark.info/earthquake/" + dice.skewed(20);
    return post(account, minute, "earthquake " + url, url, null, null);
  }

  private DraftPost ordinary() {
    int account = dice.skewed(plan.accounts());
    long minute = minute(account);
    if (dice.once(0.35)) {
      Target original = seen(account);
      return post(account, minute, "RT: " + sentence(6), dice.once(0.3) ? page(account) : "", original, null);
    }
    if (dice.once(0.15)) {
      return post(account, minute, sentence(5), "", null, seen(account));
    }
    String url = dice.once(0.45) ? page(account) : "";
    return post(account, minute, url.isEmpty() ? sentence(8) : sentence(5) + " " + url, url, null, null);
  }

  /** Mostly a post of somebody the account follows; else one of the latest, likelier a new one. */
  private Target seen(int account) {
    int back = dice.skewed(LATEST - 1) + 1;
    @Nullable Target seen = made < back ? null : latest[(int) ((made - back) % LATEST)];
    if (seen != null && dice.once(0.05)) {
      return seen;
    }
    int friend = favourite(account, FRIENDS, plan.accounts() * 2);
    return new Target(FIRST_ID - 1_000 - friend * 10_000L - dice.skewed(10_000), friend);
  }

  /** One of the few that an account goes back to, out of many; both choices are skewed. */
  private int favourite(int account, int few, int bound) {
    long bits = Accounts.mix(plan.seed() + account * 64L + dice.skewed(few)) >>> 11;
    return (int) Math.min(bound - 1, Math.exp(bits * 0x1.0p-53 * Math.log(bound + 1.0)) - 1);
  }

  /** Two of three pages are linked once only; all have a host that follows Zipf's law. */
  private String page(int account) {
    int site = dice.once(0.03) ? dice.skewed(SITES) : favourite(account, FRIENDS, SITES);
    String host = "site" + site + "-benchmark.info";
    if (dice.once(0.02)) {
      return "https://bit.ly/" + Long.toString(Accounts.mix(made), 36).substring(1, 7);
    }
    return "https://" + host + "/" + (dice.once(0.66) ? "a" + made : "p" + dice.skewed(200_000));
  }

  private DraftPost post(
      int account,
      long minute,
      String text,
      String url,
      @Nullable Target reshared,
      @Nullable Target replied) {
    return new DraftPost(
        FIRST_ID + made * 4_096 + dice.below(4_096),
        account,
        minute,
        text,
        url,
        hashtags(),
        mentions(account, replied),
        reshared,
        replied);
  }

  private List<String> hashtags() {
    List<String> tags = new ArrayList<>(2);
    if (dice.once(ONE_TAG)) {
      tags.add("TheOne");
    }
    while (dice.once(0.18)) {
      int tag = 1 + dice.skewed(100_000);
      tags.add(tag % 7 == 0 ? "‏وسم" + tag : "tag" + tag);
    }
    return tags;
  }

  private List<Integer> mentions(int account, @Nullable Target replied) {
    List<Integer> mentioned = new ArrayList<>(2);
    if (replied != null) {
      mentioned.add(replied.account());
    }
    if (dice.once(0.1)) {
      mentioned.add(favourite(account, FRIENDS, plan.accounts() * 2));
    }
    return mentioned;
  }

  private String sentence(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : dice.once(0.01) ? "\n" : " ").append(dice.of(WORDS));
    }
    return text.toString();
  }

  private long today() {
    return made * plan.days() / plan.posts();
  }

  private long minute(int account) {
    int hour = dice.below(24);
    while (dice.below(23) >= RHYTHM[hour]) {
      hour = dice.below(24);
    }
    int local = (hour + accounts.timeZone(account)) % 24;
    return today() * MINUTES_A_DAY + local * 60L + dice.below(60);
  }
}
