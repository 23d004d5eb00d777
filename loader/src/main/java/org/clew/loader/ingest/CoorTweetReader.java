package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clew.loader.observation.CoorTweetParser;
import org.clew.model.entity.Attribute;
import org.clew.model.observation.ObservationKind;
import org.clew.model.source.Grade;

/** The two tables of CooRTweet. An account's prefix tells its platform, else it is X. */
final class CoorTweetReader implements FormatReader {
  private static final Map<String, String> PLATFORMS =
      Map.of("fb_", "facebook", "ig_", "instagram", "tg_", "telegram", "yt_", "youtube");
  private static final String DEFAULT_PLATFORM = "x";
  private static final int PREFIX = 3;

  @Override
  public String name() {
    return "coortweet";
  }

  @Override
  public String fills() {
    return "accounts, observations";
  }

  @Override
  public String recognisedBy() {
    return "columns object_id, account_id, content_id, timestamp_share; or account_id, post_id,"
        + " url_id, timestamp";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean givesPosts() {
    return true;
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns("object_id", "account_id", "content_id", "timestamp_share")
        || sample.hasColumns("account_id", "post_id", "url_id", "timestamp");
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    ObservationKind kind =
        Objects.requireNonNullElse(options.posts().artifactKind(), ObservationKind.OBJECT);
    PostUrls urls = new PostUrls();
    Map<String, CoorTweetParser> parsers = new HashMap<>();
    new PostTable(Set.of())
        .read(
            input,
            sink,
            row -> List.of(),
            row ->
                parsers
                    .computeIfAbsent(
                        platform(row.field("account_id")),
                        platform ->
                            new CoorTweetParser(sink.file(), input.name(), platform, urls, kind))
                    .parse(row.line(), row::field),
            (post, row) ->
                sink.profile(
                    post.account(),
                    Map.of(Attribute.PLATFORM.key(), platform(row.field("account_id"))),
                    post.time(),
                    post.origin().line()));
  }

  private static String platform(String account) {
    String id = account.strip();
    return id.length() > PREFIX
        ? PLATFORMS.getOrDefault(id.substring(0, PREFIX), DEFAULT_PLATFORM)
        : DEFAULT_PLATFORM;
  }
}
