package org.clew.loader.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  /** So do minutes, hashtags and lists, but soon. */
  private static final int FEW_REMEMBERED = 5_000;

  private final Recent<EntityId> accounts =
      new Recent<>(REMEMBERED, id -> EntityId.account(PLATFORM, id));
  private final Recent<Optional<Moment>> times = new Recent<>(FEW_REMEMBERED, PostTimes::ofText);
  private final Recent<Optional<List<String>>> lists =
      new Recent<>(FEW_REMEMBERED, ListText::parse);
  private final Recent<String> hashtags = new Recent<>(FEW_REMEMBERED, XArchiveParser::bare);
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
   * @param cells the value of a column; empty where there is none
   */
  public ParsedPost parse(long line, Function<XColumn, String> cells) {
    String id = value(cells, XColumn.TWEETID);
    String user = value(cells, XColumn.USERID);
    if (id.isEmpty()) {
      return ParsedPost.rejected("tweetid", "A post needs an id.");
    }
    if (user.isEmpty()) {
      return ParsedPost.rejected("userid", "A post needs the id of its account.");
    }
    return new Reading(id, user, line, cells).parse();
  }

  private static String value(Function<XColumn, String> cells, XColumn column) {
    String value = cells.apply(column).strip();
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
    return accounts.of(id);
  }

  private static String bare(String hashtag) {
    String tag = BIDI_MARKS.matcher(hashtag).replaceAll("").strip().toLowerCase(Locale.ROOT);
    return tag.startsWith("#") ? tag.substring(1) : tag;
  }

  private static String post(String id) {
    return PLATFORM + ":" + id;
  }

  /** The reading of one row. */
  private final class Reading {
    private final String id;
    private final EntityId account;
    private final Origin origin;
    private final Function<XColumn, String> cells;
    private final List<Observation> observations = new ArrayList<>();
    private final List<ValueFault> faults = new ArrayList<>();
    private @Nullable Moment time;

    Reading(String id, String user, long line, Function<XColumn, String> cells) {
      this.id = post(id);
      this.account = account(user);
      this.origin = new Origin(source, file, line);
      this.cells = cells;
    }

    ParsedPost parse() {
      time = time();
      String text = cells.apply(XColumn.TWEET_TEXT).strip();
      boolean reshare = isReshare();
      if (reshare) {
        reference(ObservationKind.RESHARE, XColumn.RETWEET_TWEETID, XColumn.RETWEET_USERID);
      }
      List<String> addresses = list(XColumn.URLS);
      quote(addresses);
      reference(ObservationKind.REPLY, XColumn.IN_REPLY_TO_TWEETID, XColumn.IN_REPLY_TO_USERID);
      addresses.forEach(this::url);
      list(XColumn.HASHTAGS).forEach(this::hashtag);
      list(XColumn.USER_MENTIONS).forEach(this::mention);
      if (!reshare) {
        TextKey.artifact(text).ifPresent(key -> add(ObservationKind.TEXT, key, null));
      }
      String language = orNull(value(cells, XColumn.TWEET_LANGUAGE));
      Post post = new Post(account, id, time, language, orNull(text), origin);
      return new ParsedPost(post, distinct(observations), faults);
    }

    private @Nullable Moment time() {
      String text = value(cells, XColumn.TWEET_TIME);
      Optional<Moment> moment = times.of(text);
      if (moment.isEmpty()) {
        faults.add(
            new ValueFault("tweet_time", "'" + text + "' is not a time like 2017-06-22 16:03."));
      }
      return moment.orElse(null);
    }

    private boolean isReshare() {
      String flag = value(cells, XColumn.IS_RETWEET).toLowerCase(Locale.ROOT);
      if (!FLAGS.contains(flag)) {
        faults.add(new ValueFault("is_retweet", "'" + flag + "' is neither true nor false."));
      }
      return flag.equals("true") || !value(cells, XColumn.RETWEET_TWEETID).isEmpty();
    }

    private void reference(ObservationKind kind, XColumn postColumn, XColumn accountColumn) {
      String original = value(cells, postColumn);
      String author = value(cells, accountColumn);
      if (!original.isEmpty()) {
        add(kind, post(original), author.isEmpty() ? null : account(author));
      }
    }

    /** The author of a quoted post is named by its address alone, as a handle or a hashed id. */
    private void quote(List<String> addresses) {
      String original = value(cells, XColumn.QUOTED_TWEET_TWEETID);
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
      String handle = value(cells, XColumn.USER_SCREEN_NAME);
      boolean own = !handle.isEmpty() && target.equals(EntityId.accountByHandle(PLATFORM, handle));
      return own ? account : target;
    }

    private List<String> list(XColumn column) {
      Optional<List<String>> elements = lists.of(cells.apply(column));
      if (elements.isEmpty()) {
        faults.add(new ValueFault(column.header(), "The value is not a list like ['a', 'b']."));
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
      String bare = hashtags.of(text);
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
