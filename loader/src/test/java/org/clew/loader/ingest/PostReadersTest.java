package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clew.loader.RealData;
import org.clew.loader.observation.PostMapping;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostReadersTest {
  @Test
  void shouldTellWhichCountsItCannotRead() {
    IngestResult users =
        Reading.text(
            "userid,user_screen_name,account_creation_date,follower_count,following_count\n"
                + "5,bob,2017-06-22,1.2e3,7\n");
    IngestResult posts =
        Reading.text(
            "tweetid,userid,user_screen_name,tweet_time,follower_count,following_count\n"
                + "1,5,bob,2017-06-22,many,7\n2,5,bob,2017-06-22,many,7\n");

    assertThat(Reading.reasons(users)).containsExactly("'1.2e3' is not a count.");
    assertThat(users.counts().rejectedValues()).isEqualTo(1);
    assertThat(Reading.entity(users, "account:x:5").attributes())
        .doesNotContainKey("followers")
        .containsEntry("following", 7L);
    assertThat(Reading.reasons(posts)).containsExactly("'many' is not a count.");
  }

  @Test
  void shouldRejectPostsWithIdsThatNoIndexCanHold() {
    String longId = "9".repeat(8_000);
    IngestResult archive =
        Reading.text(
            """
            tweetid,userid,user_screen_name,tweet_time,user_mentions
            1,5,bob,2017-06-22,[]
            2,%1$s,ann,2017-06-22,[]
            3,5,bob,2017-06-22,['%1$s']
            """
                .formatted(longId));
    IngestResult shares =
        Reading.text(
            """
            object_id,account_id,content_id,timestamp_share
            http://a.example/x,5,1,1577836800
            http://a.example/x,%s,2,1577836801
            """
                .formatted(longId));

    assertThat(archive.counts().accepted()).isEqualTo(1);
    assertThat(Reading.reasons(archive)).hasSize(2);
    assertThat(shares.counts().accepted()).isEqualTo(1);
    assertThat(Reading.reasons(shares).get(0)).endsWith("9…' is longer than 8,000 bytes.");
  }

  private static final String HASH = "Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8=";
  private static final String POSTS =
      """
      tweetid,userid,user_screen_name,user_display_name,follower_count,tweet_text,tweet_time,\
      is_retweet,retweet_userid,retweet_tweetid,quoted_tweet_tweetid,in_reply_to_userid,\
      in_reply_to_tweetid,urls,user_mentions,hashtags
      1,5,old_bob,Bob,7,hello,2017-06-22 16:03,False,,,,,,"['http://www.presstv.com/a?utm_source=x', 'https://presstv.com/b']","['7']",[]
      2,5,bob,Bob,9,again,2017-06-23 16:03,False,,,,,,"[https://bit.ly/xyz]",[],[]
      3,5,bob,Bob,8,RT,2017-06-21,TRUE,6,99,,,,[],[6],[]
      4,6,%1$s,%1$s,1,quote,2017-06-24 10:00,false,,,77,5,4,"['https://twitter.com/%1$s/status/77','https://twitter.com/bob/status/3','https://www.facebook.com/PressTV','https://twitter.com/i/web/status/5']",[],[]
      2,5,bob,Bob,99,again,2017-06-23 16:03,False,,,,,,[],[],[]
      ,5,bob,Bob,9,no id,2017-06-23 16:03,False,,,,,,[],[],[]
      """
          .formatted(HASH);

  /** Keeps what a reader streams out. */
  private static final class Kept implements PostSink {
    final List<Post> posts = new ArrayList<>();
    final List<Observation> observations = new ArrayList<>();

    @Override
    public void add(Post post) {
      posts.add(post);
    }

    @Override
    public void add(Observation observation) {
      observations.add(observation);
    }
  }

  private static IngestResult read(String text, PostOptions options, PostSink posts) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Input input =
        Input.of("test.csv", new ByteArrayInputStream(bytes), InputLimits.DEFAULTS)) {
      return FileIngest.read(input, ReadOptions.DEFAULTS.withPosts(options), posts, null);
    }
  }

  @Test
  void shouldAggregateLinksOfAnArchive() {
    Kept kept = new Kept();
    IngestResult result = read(POSTS, PostOptions.NONE, kept);

    assertThat(result.format()).isEqualTo("x-archive");
    assertThat(result.counts()).isEqualTo(new RowCounts(4, 1, 1, 0, 0));
    assertThat(kept.posts).hasSize(4);
    assertThat(Reading.links(result, LinkType.LINKS_TO))
        .containsExactly("account:x:5 domain:bit.ly", "account:x:5 domain:presstv.com");
    var link =
        result.facts().links().stream()
            .filter(l -> l.to().equals(EntityId.domain("presstv.com")))
            .findFirst()
            .orElseThrow();
    assertThat(link.count()).isEqualTo(2);
    assertThat(link.firstSeen()).hasToString("2017-06-22T16:03:00Z");
    assertThat(link.evidence()).containsExactly("test.csv:2");
    assertThat(Reading.links(result, LinkType.AMPLIFIES))
        .containsExactly(
            "account:x:5 account:x:6",
            "account:x:6 account:x:@bob",
            "account:x:6 account:x:" + HASH,
            "account:x:6 page:facebook:@presstv");
    assertThat(Reading.links(result, LinkType.MENTIONS))
        .containsExactly("account:x:5 account:x:6", "account:x:5 account:x:7");
    assertThat(Reading.links(result, LinkType.REPLIES_TO))
        .containsExactly("account:x:6 account:x:5");
    assertThat(Reading.entity(result, "domain:bit.ly").attributes())
        .containsEntry("shortener", true);
  }

  @Test
  void shouldKeepTheLatestProfileAndEarlierNames() {
    IngestResult result = read(POSTS, PostOptions.NONE, PostSink.NONE);

    assertThat(Reading.entity(result, "account:x:5").attributes())
        .containsEntry("handle", "bob")
        .containsEntry("followers", 9L)
        .containsEntry("formerHandles", List.of("old_bob"))
        .doesNotContainKey("formerNames");
    assertThat(Reading.entity(result, "account:x:6").attributes()).doesNotContainKey("handle");
  }

  @Test
  void shouldReadUsersWithoutPosts() {
    IngestResult result =
        read(
            "userid,user_screen_name,user_display_name,account_creation_date\n"
                + "5,bob,Bob,2012-03-04\n5,bob,Bob,2012-03-04\n,x,y,2012-03-04\n",
            PostOptions.NONE,
            PostSink.NONE);

    assertThat(result.counts()).isEqualTo(new RowCounts(1, 1, 1, 0, 0));
    assertThat(Reading.entity(result, "account:x:5").name()).isEqualTo("Bob");
    assertThat(Reading.entity(result, "account:x:5").attributes())
        .containsEntry("created", "2012-03-04");
  }

  @Test
  void shouldReadObjectsAsTheKindTheCallerNames() {
    String table =
        "object_id,account_id,content_id,timestamp_share\nhttps://a.com/x,fb_1,c,1600000000\n";
    Kept unnamed = new Kept();
    read(table, PostOptions.NONE, unnamed);
    Kept urls = new Kept();
    IngestResult result = read(table, new PostOptions(ObservationKind.URL, null), urls);

    assertThat(unnamed.observations)
        .extracting(Observation::kind)
        .containsExactly(ObservationKind.OBJECT);
    assertThat(urls.observations.get(0).artifact()).isEqualTo("a.com/x");
    assertThat(Reading.links(result, LinkType.LINKS_TO))
        .containsExactly("account:facebook:fb_1 domain:a.com");
  }

  @Test
  void shouldReadAnyTableByAMapping() {
    PostMapping mapping =
        PostMapping.parse(
            "account=User, time=When,timeFormat=d/M/yyyy H:mm,url=Link,text=Words,platform=Telegram");
    Kept kept = new Kept();
    IngestResult result =
        read(
            "When,User,Link,Words\n3/9/2020 7:05,@Bob,http://a.com/x https://b.com,Hi\nlater,7,,\n",
            new PostOptions(null, mapping),
            kept);

    assertThat(result.counts()).isEqualTo(new RowCounts(2, 0, 0, 0, 1));
    assertThat(kept.posts.get(0).time())
        .extracting(m -> m.instant().toString())
        .isEqualTo("2020-09-03T07:05:00Z");
    assertThat(Reading.links(result, LinkType.LINKS_TO))
        .containsExactly(
            "account:telegram:@bob domain:a.com", "account:telegram:@bob domain:b.com");
    assertThat(PostMapping.parse(mapping.text())).isEqualTo(mapping);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time=a|must say which column holds the account",
        "account=a,account=b|one value",
        "account=a,time=a|cannot hold two",
        "account=a,colour=b|unknown",
        "account=a,timeFormat=qqqqqqq|not a time format"
      })
  void shouldRefuseAWrongMapping(String text, String reason) {
    assertThatThrownBy(() -> PostMapping.parse(text))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void shouldRefuseATableThatLacksAMappedColumnOrHasItTwice() {
    PostOptions options = new PostOptions(null, PostMapping.parse("account=user"));
    assertThatThrownBy(() -> read("a,b\n1,2\n", options, PostSink.NONE))
        .hasMessageContaining("no column 'user'");
    assertThatThrownBy(() -> read("user,user\n1,2\n", options, PostSink.NONE))
        .hasMessageContaining("more than one column");
  }

  @ParameterizedTest
  @CsvSource({
    "coortweet/russian_coord_tweets.csv.gz, 35124, 0, 1",
    "coortweet/german_elections.csv.gz, 194791, 3, 24177"
  })
  void shouldCountThePublishedSetsExactly(
      String file, long accepted, long rejected, long duplicate) {
    Map<ObservationKind, Long> seen = new EnumMap<>(ObservationKind.class);
    PostSink counting =
        new PostSink() {
          @Override
          public void add(Post post) {
            seen.merge(ObservationKind.POST, 1L, Long::sum);
          }

          @Override
          public void add(Observation observation) {
            seen.merge(observation.kind(), 1L, Long::sum);
          }
        };
    try (Input input = Input.open(RealData.file(file), ReadOptions.DEFAULTS)) {
      IngestResult result = FileIngest.read(input, ReadOptions.DEFAULTS, counting, null);

      assertThat(result.counts()).isEqualTo(new RowCounts(accepted, rejected, duplicate, 0, 0));
      assertThat(seen).containsEntry(ObservationKind.POST, accepted);
    }
  }
}
