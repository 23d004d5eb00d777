package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clew.loader.observation.ParsedPost.ValueFault;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Post;
import org.clew.model.observation.TimePrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XArchiveParserTest {
  private static final List<String> COLUMNS =
      List.of(
          "tweetid",
          "userid",
          "tweet_language",
          "tweet_text",
          "tweet_time",
          "in_reply_to_tweetid",
          "in_reply_to_userid",
          "quoted_tweet_tweetid",
          "is_retweet",
          "retweet_userid",
          "retweet_tweetid",
          "hashtags",
          "urls",
          "user_mentions");

  private final XArchiveParser parser =
      new XArchiveParser(Samples.SOURCE, "tweets.csv", XArchiveParserTest::link);

  private static Optional<LinkedUrl> link(String url) {
    return url.startsWith("http")
        ? Optional.of(new LinkedUrl(url, Samples.SITE))
        : Optional.empty();
  }

  private ParsedPost parse(long line, UnaryOperator<String> columns) {
    return parser.parse(line, column -> columns.apply(column.header()));
  }

  @Test
  void shouldReadAPostWithAllItsActs() {
    ParsedPost parsed =
        CsvRows.ofText(
                """
                tweet_time,hashtags,urls,user_mentions,tweet_text,userid,tweetid,tweet_language,\
                in_reply_to_tweetid,in_reply_to_userid,quoted_tweet_tweetid,is_retweet
                2017-06-22 16:03,"['Qods', '\u200f#Qods']","[http://a.example/1, http://b.example/]",\
                "['77']","Read
                this, @bob",Ab/c+E+9=,877,en,876,55,870,FALSE
                """,
                this::parse)
            .get(0);

    Post post = Objects.requireNonNull(parsed.post());
    assertThat(post.account()).isEqualTo(EntityId.account("x", "Ab/c+E+9="));
    assertThat(post.id()).isEqualTo("x:877");
    assertThat(post.text()).isEqualTo("Read\nthis, @bob");
    assertThat(post.language()).isEqualTo("en");
    assertThat(post.time()).isEqualTo(new Moment(1_498_147_380_000L, TimePrecision.MINUTE));
    assertThat(parsed.faults()).isEmpty();
    assertThat(parsed.observations())
        .extracting(Observation::kind, Observation::artifact, Observation::target)
        .containsExactly(
            tuple(ObservationKind.QUOTE, "x:870", null),
            tuple(ObservationKind.REPLY, "x:876", EntityId.account("x", "55")),
            tuple(ObservationKind.URL, "http://a.example/1", Samples.SITE),
            tuple(ObservationKind.URL, "http://b.example/", Samples.SITE),
            tuple(ObservationKind.HASHTAG, "qods", null),
            tuple(ObservationKind.MENTION, "account:x:77", EntityId.account("x", "77")),
            tuple(ObservationKind.TEXT, TextKey.artifact("read this,").orElseThrow(), null));
  }

  @ParameterizedTest
  @CsvSource({"true,9", "True,9", "TRUE,9", "'',9"})
  void shouldTakeAReshareForNoTextOfTheAccount(String flag, String original) {
    ParsedPost parsed =
        parse(
            Map.of(
                "is_retweet",
                flag,
                "retweet_tweetid",
                original,
                "retweet_userid",
                "absent",
                "tweet_text",
                "RT @bob: hello"));

    assertThat(parsed.observations())
        .extracting(Observation::kind, Observation::artifact, Observation::target)
        .containsExactly(tuple(ObservationKind.RESHARE, "x:9", null));
    assertThat(Objects.requireNonNull(parsed.post()).text()).isEqualTo("RT @bob: hello");
  }

  @Test
  void shouldReadAPostWhoseFileLacksMostColumns() {
    ParsedPost parsed = parse(Map.of());

    assertThat(parsed.observations()).isEmpty();
    assertThat(parsed.faults()).isEmpty();
    assertThat(Objects.requireNonNull(parsed.post()).text()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"tweetid,absent", "tweetid,''", "userid,''", "userid,' '"})
  void shouldRejectAPostWithoutIds(String column, String value) {
    ParsedPost parsed = parse(Map.of(column, value));

    assertThat(parsed.post()).isNull();
    assertThat(parsed.faults()).extracting(ValueFault::column).containsExactly(column);
  }

  @ParameterizedTest
  @CsvSource({"tweet_time,22 June 2017", "is_retweet,maybe", "hashtags,no list", "urls,[nonsense]"})
  void shouldKeepThePostOfARowWithOneBadValue(String column, String value) {
    ParsedPost parsed = parse(Map.of(column, value));

    assertThat(parsed.post()).isNotNull();
    assertThat(parsed.faults()).extracting(ValueFault::column).containsExactly(column);
  }

  @Property
  void shouldNeverFailAndNeverChangeAnId(
      @ForAll("hostileRows") Map<String, String> row, @ForAll("ids") String id) {
    Map<String, String> whole = new HashMap<>(row);
    whole.put("tweetid", id);
    whole.put("userid", id);

    ParsedPost parsed = parser.parse(2, column -> whole.getOrDefault(column.header(), ""));

    Post post = Objects.requireNonNull(parsed.post());
    assertThat(post.id()).isEqualTo("x:" + id);
    assertThat(post.account().local()).isEqualTo("x:" + id);
    assertThat(parsed.observations()).doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<Map<String, String>> hostileRows() {
    Arbitrary<String> lists =
        Arbitraries.strings().withChars("[]'\", ab\\").ofMaxLength(12).map(s -> "[" + s + "]");
    return Arbitraries.maps(
        Arbitraries.of(COLUMNS), Arbitraries.oneOf(lists, Arbitraries.strings()));
  }

  @Provide
  Arbitrary<String> ids() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(30);
    Arbitrary<String> hashes =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .withChars("0123456789+/")
            .ofLength(43)
            .map(hash -> hash + "=");
    return Arbitraries.oneOf(digits, hashes, Arbitraries.of("1.5E+17", "007", "7E+10"));
  }

  private ParsedPost parse(Map<String, String> values) {
    Map<String, String> row =
        new HashMap<>(Map.of("tweetid", "877", "userid", "5", "tweet_time", "2017-06-22 16:03"));
    row.putAll(values);
    return parser.parse(2, column -> row.getOrDefault(column.header(), ""));
  }
}
