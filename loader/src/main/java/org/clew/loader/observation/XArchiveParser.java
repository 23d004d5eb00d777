package org.clew.loader.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.loader.observation.ParsedPost.ValueFault;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of the posts of the X (Twitter) information operations archive. Ids are opaque texts,
 * whether digits or hashes. Columns may be missing and stand in any order.
 */
public final class XArchiveParser {
  private static final String PLATFORM = "x";
  private static final Pattern BIDI_MARKS =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private static final Pattern STATUS =
      Pattern.compile(
          "(?i:https?://(?:www\\.|mobile\\.|m\\.)?(?:twitter|x)\\.com/(?!i/))([^/?#]+)"
              + "/status(?:es)?/([^/?#]+)(?:[/?#].*)?");

  private static final Set<String> FLAGS = Set.of("true", "false", "");

  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");

  /** So few observations are compared sooner than they are hashed. */
  private static final int FEW = 16;

  /** Accounts come again and again. */
  private static final int REMEMBERED = 100_000;

  private final Map<String, EntityId> accounts = new HashMap<>();
  private final EntityId source;
  private final String file;
  private final LinkedUrl.Normalizer urls;

  /** A parser for the rows of one file. */
  public XArchiveParser(EntityId source, String file, LinkedUrl.Normalizer urls) {
    this.source = source;
    this.file = file;
    this.urls = urls;
  }

  /**
   * What a row says.
   *
   * @param line line at which the row starts
   * @param columns the value of a column by its name in lower case; empty where there is none
   */
  public ParsedPost parse(long line, UnaryOperator<String> columns) {
    String id = value(columns, "tweetid");
    String user = value(columns, "userid");
    if (id.isEmpty()) {
      return ParsedPost.rejected("tweetid", "A post needs an id.");
    }
    if (user.isEmpty()) {
      return ParsedPost.rejected("userid", "A post needs the id of its account.");
    }
    return new Reading(id, user, line, columns).parse();
  }

  private static String value(UnaryOperator<String> columns, String column) {
    String value = columns.apply(column).strip();
    return value.equalsIgnoreCase("absent") ? "" : value;
  }

  /** Of one post, observations differ in kind, artifact or target if at all. */
  private static List<Observation> distinct(List<Observation> observations) {
    if (observations.size() > FEW) {
      return observations.stream().distinct().toList();
    }
    List<Observation> distinct = new ArrayList<>(observations.size());
    for (Observation observation : observations) {
      if (!distinct.contains(observation)) {
        distinct.add(observation);
      }
    }
    return distinct;
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private EntityId account(String id) {
    if (accounts.size() >= REMEMBERED) {
      accounts.clear();
    }
    return accounts.computeIfAbsent(id, key -> EntityId.account(PLATFORM, key));
  }

  private static String post(String id) {
    return PLATFORM + ":" + id;
  }

  /** The reading of one row. */
  private final class Reading {
    private final String id;
    private final EntityId account;
    private final Origin origin;
    private final UnaryOperator<String> columns;
    private final List<Observation> observations = new ArrayList<>();
    private final List<ValueFault> faults = new ArrayList<>();
    private @Nullable Moment time;

    Reading(String id, String user, long line, UnaryOperator<String> columns) {
      this.id = post(id);
      this.account = account(user);
      this.origin = new Origin(source, file, line);
      this.columns = columns;
    }

    ParsedPost parse() {
      time = time();
      String text = columns.apply("tweet_text").strip();
      boolean reshare = isReshare();
      if (reshare) {
        reference(ObservationKind.RESHARE, "retweet_tweetid", "retweet_userid");
      }
      List<String> addresses = list("urls");
      quote(addresses);
      reference(ObservationKind.REPLY, "in_reply_to_tweetid", "in_reply_to_userid");
      addresses.forEach(this::url);
      list("hashtags").forEach(this::hashtag);
      list("user_mentions").forEach(this::mention);
      if (!reshare) {
        TextKey.artifact(text).ifPresent(key -> add(ObservationKind.TEXT, key, null));
      }
      String language = orNull(value(columns, "tweet_language"));
      Post post = new Post(account, id, time, language, orNull(text), origin);
      return new ParsedPost(post, distinct(observations), faults);
    }

    private @Nullable Moment time() {
      String text = value(columns, "tweet_time");
      Optional<Moment> moment = PostTimes.ofText(text);
      if (moment.isEmpty()) {
        faults.add(
            new ValueFault("tweet_time", "'" + text + "' is not a time like 2017-06-22 16:03."));
      }
      return moment.orElse(null);
    }

    private boolean isReshare() {
      String flag = value(columns, "is_retweet").toLowerCase(Locale.ROOT);
      if (!FLAGS.contains(flag)) {
        faults.add(new ValueFault("is_retweet", "'" + flag + "' is neither true nor false."));
      }
      return flag.equals("true") || !value(columns, "retweet_tweetid").isEmpty();
    }

    private void reference(ObservationKind kind, String postColumn, String accountColumn) {
      String original = value(columns, postColumn);
      String author = accountColumn.isEmpty() ? "" : value(columns, accountColumn);
      if (!original.isEmpty()) {
        add(kind, post(original), author.isEmpty() ? null : account(author));
      }
    }

    /** The author of a quoted post is named by its address alone, as a handle or a hashed id. */
    private void quote(List<String> addresses) {
      String original = value(columns, "quoted_tweet_tweetid");
      if (!original.isEmpty()) {
        add(ObservationKind.QUOTE, post(original), authorOf(original, addresses));
      }
    }

    private @Nullable EntityId authorOf(String original, List<String> addresses) {
      for (String address : addresses) {
        Matcher matcher = STATUS.matcher(address.strip());
        if (matcher.matches() && matcher.group(2).equals(original)) {
          String author = matcher.group(1);
          return HANDLE.matcher(author).matches()
              ? known(EntityId.accountByHandle(PLATFORM, author))
              : account(author);
        }
      }
      return null;
    }

    /** The row itself says which handle its account has. */
    private EntityId known(EntityId target) {
      String handle = value(columns, "user_screen_name");
      boolean own = !handle.isEmpty() && target.equals(EntityId.accountByHandle(PLATFORM, handle));
      return own ? account : target;
    }

    private List<String> list(String column) {
      Optional<List<String>> elements = ListText.parse(columns.apply(column));
      if (elements.isEmpty()) {
        faults.add(new ValueFault(column, "The value is not a list like ['a', 'b']."));
      }
      return elements.orElse(List.of());
    }

    private void url(String text) {
      Optional<LinkedUrl> url = urls.normalize(text);
      if (url.isEmpty()) {
        faults.add(new ValueFault("urls", "'" + text + "' is not a web address."));
      }
      url.ifPresent(
          linked -> {
            EntityId target = linked.target();
            add(ObservationKind.URL, linked.url(), target == null ? null : known(target));
          });
    }

    private void hashtag(String text) {
      String tag = BIDI_MARKS.matcher(text).replaceAll("").strip().toLowerCase(Locale.ROOT);
      String bare = tag.startsWith("#") ? tag.substring(1) : tag;
      if (!bare.isEmpty()) {
        add(ObservationKind.HASHTAG, bare, null);
      }
    }

    private void mention(String mentioned) {
      EntityId target = account(mentioned.strip());
      add(ObservationKind.MENTION, target.value(), target);
    }

    private void add(ObservationKind kind, String artifact, @Nullable EntityId target) {
      observations.add(new Observation(kind, account, artifact, time, id, target, origin));
    }
  }
}
