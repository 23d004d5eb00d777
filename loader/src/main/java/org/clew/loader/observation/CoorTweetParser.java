package org.clew.loader.observation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.Post;

/**
 * Reads rows of CooRTweet tables: {@code object_id, account_id, content_id, timestamp_share}, or
 * {@code account_id, post_id, url_id, hashtag_id, domain_id, phash_id, timestamp}. Their ids are
 * opaque. Times are seconds since 1970.
 */
public final class CoorTweetParser {
  private final EntityId source;
  private final String file;
  private final String platform;
  private final Map<String, ObservationKind> artifactColumns = new LinkedHashMap<>();

  /**
   * A parser for the rows of one file.
   *
   * @param platform the platform of the accounts and posts, as in their ids
   * @param objectKind what the objects of the narrow table are, {@link ObservationKind#OBJECT}
   *     where that is not known
   */
  public CoorTweetParser(
      EntityId source, String file, String platform, ObservationKind objectKind) {
    this.source = source;
    this.file = file;
    this.platform = platform;
    artifactColumns.put("object_id", objectKind);
    artifactColumns.put("url_id", ObservationKind.URL);
    artifactColumns.put("hashtag_id", ObservationKind.HASHTAG);
    artifactColumns.put("domain_id", ObservationKind.DOMAIN);
    artifactColumns.put("phash_id", ObservationKind.IMAGE);
  }

  /**
   * What a row says; a row without an artifact is a post and nothing more.
   *
   * @param line line at which the row starts
   * @param columns the value of a column by its name in lower case; empty where there is none
   */
  public ParsedPost parse(long line, UnaryOperator<String> columns) {
    String account = columns.apply("account_id").strip();
    String content = first(columns, "content_id", "post_id");
    String timestamp = first(columns, "timestamp_share", "timestamp");
    Optional<Moment> time = PostTimes.ofEpochSeconds(timestamp);
    if (account.isEmpty()) {
      return ParsedPost.rejected("account_id", "A post needs the id of its account.");
    }
    if (content.isEmpty()) {
      return ParsedPost.rejected("content_id", "A post needs an id.");
    }
    if (time.isEmpty()) {
      return ParsedPost.rejected(
          "timestamp_share", "'" + timestamp + "' is not a number of seconds since 1970.");
    }
    Origin origin = new Origin(source, file, line);
    EntityId author = EntityId.account(platform, account);
    Post post = new Post(author, platform + ":" + content, time.get(), null, null, origin);
    return new ParsedPost(post, observations(post, columns), List.of());
  }

  private List<Observation> observations(Post post, UnaryOperator<String> columns) {
    List<Observation> observations = new ArrayList<>();
    artifactColumns.forEach(
        (column, kind) -> {
          String artifact = columns.apply(column).strip();
          if (!artifact.isEmpty()) {
            observations.add(
                new Observation(
                    kind,
                    post.account(),
                    kind == ObservationKind.RESHARE ? platform + ":" + artifact : artifact,
                    post.time(),
                    post.id(),
                    null,
                    post.origin()));
          }
        });
    return observations;
  }

  private static String first(UnaryOperator<String> columns, String column, String otherwise) {
    String value = columns.apply(column).strip();
    return value.isEmpty() ? columns.apply(otherwise).strip() : value;
  }
}
