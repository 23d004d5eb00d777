package org.clew.loader.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clew.loader.observation.XArchiveParser;
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

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    XProfiles profiles = new XProfiles();
    XArchiveParser parser = new XArchiveParser(sink.file(), input.name(), new PostUrls());
    new PostTable(FREE_TEXT)
        .read(
            input,
            sink,
            XArchivePostsReader::identity,
            parser::parse,
            (post, columns) ->
                sink.profile(
                    post.account(),
                    profiles.of(columns, faults(input, post, sink)),
                    post.time(),
                    post.origin().line()));
  }

  private static XProfiles.Faults faults(Input input, Post post, FactSink sink) {
    return (column, value, reason) ->
        sink.rejectValue(
            new RejectedRow(input.name(), post.origin().line(), column, reason, value));
  }

  /** A post may stand in a file twice, with other counts; rows without ids differ as a whole. */
  private static List<String> identity(UnaryOperator<String> columns) {
    String post = columns.apply("tweetid").strip();
    String user = columns.apply("userid").strip();
    return post.isEmpty() || user.isEmpty() ? List.of() : List.of(post, user);
  }
}
