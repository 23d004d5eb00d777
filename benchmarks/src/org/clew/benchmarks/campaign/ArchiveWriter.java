package org.clew.benchmarks.campaign;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clew.benchmarks.campaign.DraftPost.Target;

/**
 * Writes posts as files of the X information operations archive, with the dirt of the real ones:
 * columns missing and in another order, one account's counts differing between files, three ways of
 * writing true and a list, {@code absent}, line breaks in texts, rows repeated.
 */
final class ArchiveWriter implements AutoCloseable {
  private static final LocalDateTime START = LocalDateTime.of(2017, 1, 1, 0, 0);
  private static final double REPEATED = 0.001;
  private static final List<String> COLUMNS =
      List.of(
          "tweetid", "userid", "user_display_name", "user_screen_name", "user_reported_location",
          "user_profile_description", "user_profile_url", "follower_count", "following_count",
          "account_creation_date", "account_language", "tweet_language", "tweet_text", "tweet_time",
          "tweet_client_name", "in_reply_to_tweetid", "in_reply_to_userid", "quoted_tweet_tweetid",
          "is_retweet", "retweet_userid", "retweet_tweetid", "latitude", "longitude", "quote_count",
          "reply_count", "like_count", "retweet_count", "hashtags", "urls", "user_mentions",
          "poll_choices");
  private static final List<String> LATER_COLUMNS =
      List.of("latitude", "longitude", "poll_choices", "quote_count");

  private final CampaignPlan plan;
  private final Accounts accounts;
  private final Dice dice;
  private final Path folder;
  private final long postsPerFile;
  private final Map<Integer, String> bioLinks = new HashMap<>();
  private List<String> columns = COLUMNS;
  private BufferedWriter out = new BufferedWriter(BufferedWriter.nullWriter());
  private int file = -1;
  private long written;
  private long repeated;

  ArchiveWriter(CampaignPlan plan, Accounts accounts, Path folder) {
    this.plan = plan;
    this.accounts = accounts;
    this.dice = new Dice(plan.seed() + 1);
    this.folder = folder;
    this.postsPerFile = (plan.posts() + plan.files() - 1) / plan.files();
    for (int cluster = 0; cluster < plan.clusters(); cluster++) {
      for (int i = 0; i < plan.members(); i += 5) {
        bioLinks.put(accounts.member(cluster, i), "https://" + Campaign.front(cluster) + "/");
      }
    }
  }

  /** Rows that stand there a second time. */
  long repeated() {
    return repeated;
  }

  void write(DraftPost post) {
    try {
      if (written++ % postsPerFile == 0) {
        open(++file);
      }
      String row = row(values(post));
      out.write(row);
      if (dice.once(REPEATED)) {
        out.write(row);
        repeated++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void open(int number) throws IOException {
    out.close();
    columns = new ArrayList<>(COLUMNS);
    if (number % 3 == 2) {
      columns.removeAll(LATER_COLUMNS);
    }
    if (number % 3 != 0) {
      Collections.shuffle(columns, new Random(plan.seed() + number));
    }
    out = Files.newBufferedWriter(folder.resolve("posts-" + number + ".csv"), StandardCharsets.UTF_8);
    out.write(number % 2 == 1 ? "\ufeff" : "");
    out.write(String.join(",", columns) + "\n");
  }

  private Map<String, String> values(DraftPost post) {
    Map<String, String> row = new HashMap<>(64);
    profile(post.account(), row);
    row.put("tweetid", Long.toString(post.id()));
    row.put("tweet_language", accounts.language(post.account()));
    row.put("tweet_text", post.text());
    row.put("tweet_time", START.plusMinutes(post.minute()).toString().replace('T', ' '));
    row.put("tweet_client_name", "Twitter Web Client");
    row.put("is_retweet", flag(post.reshared() != null));
    Target reshared = post.reshared();
    if (reshared != null) {
      row.put("retweet_tweetid", Long.toString(reshared.id()));
      row.put("retweet_userid", accounts.id(reshared.account()));
    }
    Target replied = post.replied();
    if (replied != null) {
      row.put("in_reply_to_tweetid", Long.toString(replied.id()));
      row.put("in_reply_to_userid", accounts.id(replied.account()));
    }
    row.put("quote_count", dice.once(0.1) ? "absent" : "0");
    row.put("reply_count", Integer.toString(dice.skewed(50)));
    row.put("like_count", Integer.toString(dice.skewed(5_000)));
    row.put("retweet_count", Integer.toString(dice.skewed(2_000)));
    row.put("latitude", dice.once(0.05) ? "absent" : "");
    row.put("hashtags", list(post.hashtags()));
    row.put("urls", list(post.url().isEmpty() ? List.of() : List.of(post.url())));
    row.put("user_mentions", list(post.mentions().stream().map(accounts::id).toList()));
    return row;
  }

  private void profile(int account, Map<String, String> row) {
    row.put("userid", accounts.id(account));
    row.put("user_display_name", accounts.displayName(account));
    row.put("user_screen_name", accounts.handle(account));
    row.put("user_reported_location", accounts.place(account));
    row.put("user_profile_description", accounts.biography(account));
    row.put("user_profile_url", bioLinks.getOrDefault(account, ""));
    row.put("follower_count", Integer.toString(accounts.followers(account) + file));
    row.put("following_count", Integer.toString(accounts.following(account)));
    row.put("account_creation_date", accounts.created(account));
    row.put("account_language", accounts.language(account));
  }

  private String flag(boolean value) {
    return switch (file % 3) {
      case 0 -> value ? "true" : "false";
      case 1 -> value ? "True" : "False";
      default -> value ? "TRUE" : "FALSE";
    };
  }

  private String list(List<String> elements) {
    if (elements.isEmpty()) {
      return dice.once(0.5) ? "[]" : "";
    }
    String quote = file % 2 == 0 ? "'" : "";
    return "[" + quote + String.join(quote + ", " + quote, elements) + quote + "]";
  }

  private String row(Map<String, String> values) {
    StringBuilder row = new StringBuilder(400);
    String separator = "";
    for (String column : columns) {
      String value = values.getOrDefault(column, "");
      row.append(separator);
      separator = ",";
      if (needsQuotes(value)) {
        row.append('"').append(value.replace("\"", "\"\"")).append('"');
      } else {
        row.append(value);
      }
    }
    return row.append('\n').toString();
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
