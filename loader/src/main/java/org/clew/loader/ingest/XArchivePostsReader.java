package org.clew.loader.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clew.loader.observation.XArchiveParser;
import org.clew.loader.observation.XColumn;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.observation.Post;
import org.clew.model.source.Grade;

/** The posts of X's information operations archive. */
final class XArchivePostsReader implements FormatReader {
  private static final Set<String> FREE_TEXT =
      Set.of(
          "tweet_text",
          "user_display_name",
          "user_profile_description",
          "user_reported_location",
          "user_profile_url",
          "tweet_client_name",
          "poll_choices",
          "urls");

  @Override
  public String name() {
    return "x-archive";
  }

  @Override
  public String fills() {
    return "accounts, observations, LINKS_TO, AMPLIFIES, MENTIONS, REPLIES_TO";
  }

  @Override
  public String recognisedBy() {
    return "columns tweetid, userid, tweet_time, in any order";
  }

  @Override
  public Grade defaultGrade() {
    return new Grade('A', 2);
  }

  @Override
  public boolean givesPosts() {
    return true;
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns("tweetid", "userid", "tweet_time");
  }

  /** Each thread that {@link PostTable} has looks columns up for itself. */
  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    XProfiles profiles = new XProfiles();
    XCells identified = new XCells();
    XCells parsed = new XCells();
    XCells described = new XCells();
    XArchiveParser parser = new XArchiveParser(sink.file(), input.name(), new PostUrls());
    new PostTable(FREE_TEXT)
        .read(
            input,
            sink,
            row -> identity(identified.of(row)),
            row -> parser.parse(row.line(), parsed.of(row)),
            (post, row) ->
                sink.profile(
                    post.account(),
                    profiles.of(described.of(row), faults(input, post, sink)),
                    post.time(),
                    post.origin().line()));
  }

  private static XProfiles.Faults faults(Input input, Post post, FactSink sink) {
    return (column, value, reason) ->
        sink.rejectValue(
            new RejectedRow(input.name(), post.origin().line(), column, reason, value));
  }

  /** A post may stand in a file twice, with other counts; rows without ids differ as a whole. */
  private static List<String> identity(Function<XColumn, String> cells) {
    String post = cells.apply(XColumn.TWEETID).strip();
    String user = cells.apply(XColumn.USERID).strip();
    return post.isEmpty() || user.isEmpty() ? List.of() : List.of(post, user);
  }
}
