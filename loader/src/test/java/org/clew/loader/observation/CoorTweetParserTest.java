package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.loader.observation.ParsedPost.ValueFault;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoorTweetParserTest {
  private final CoorTweetParser parser =
      new CoorTweetParser(
          Samples.SOURCE, "t.csv", "x", text -> Optional.empty(), ObservationKind.RESHARE);

  @Test
  void shouldReadTheNarrowTable() {
    List<ParsedPost> rows =
        CsvRows.ofText(
            """
            "object_id","account_id","content_id","timestamp_share"
            "85d2","0fb4","114e",1623881091
            """,
            parser::parse);

    Observation share = rows.get(0).observations().get(0);
    assertThat(share.kind()).isEqualTo(ObservationKind.RESHARE);
    assertThat(share.account()).isEqualTo(EntityId.account("x", "0fb4"));
    assertThat(share.artifact()).isEqualTo("x:85d2");
    assertThat(share.post()).isEqualTo("x:114e");
    assertThat(share.time()).isEqualTo(Moment.ofEpochSecond(1_623_881_091));
    assertThat(share.origin().reference()).isEqualTo("t.csv:2");
  }

  @Test
  void shouldReadWholeSecondsWrittenAsFractions() {
    List<ParsedPost> rows =
        CsvRows.ofText(
            """
            object_id,account_id,content_id,timestamp_share
            85d2,0fb4,114e,1623881091.0
            """,
            parser::parse);

    assertThat(rows.get(0).post())
        .extracting(Post::time)
        .isEqualTo(Moment.ofEpochSecond(1_623_881_091));
  }

  @Test
  void shouldReadTheWideTable() {
    List<ParsedPost> rows =
        CsvRows.ofText(
            """
            account_id,post_id,url_id,hashtag_id,domain_id,phash_id,timestamp
            fb_12670,129235,23678,,3498,,1629589836
            fb_1,2,,,,,1629589836
            """,
            parser::parse);

    assertThat(rows.get(0).observations())
        .extracting(Observation::kind, Observation::artifact)
        .containsExactly(
            tuple(ObservationKind.URL, "23678"), tuple(ObservationKind.DOMAIN, "3498"));
    assertThat(rows.get(1).observations()).isEmpty();
    assertThat(rows.get(1).post()).extracting(Post::id).isEqualTo("x:2");
  }

  @ParameterizedTest
  @CsvSource({
    "o,,c,1,account_id",
    "o,a,,1,content_id",
    "o,a,c,,timestamp_share",
    "o,a,c,1.6E+09,timestamp_share",
    "o,a,c,1623881091.5,timestamp_share",
    "o,a,c,2021-06-16,timestamp_share"
  })
  void shouldRejectARowAndNameTheColumn(
      String object,
      @Nullable String account,
      @Nullable String content,
      @Nullable String time,
      String column) {
    String row = String.join(",", object, text(account), text(content), text(time));

    List<ParsedPost> rows =
        CsvRows.ofText("object_id,account_id,content_id,timestamp_share\n" + row, parser::parse);

    assertThat(rows).singleElement().extracting(ParsedPost::post).isNull();
    assertThat(rows.get(0).faults()).extracting(ValueFault::column).containsExactly(column);
  }

  @ParameterizedTest
  @CsvSource({
    "russian_coord_tweets.csv.gz, 35125, 0, 35124",
    "german_elections.csv.gz, 218971, 3, 194791"
  })
  void shouldReadEveryRowOfThePublishedSets(String file, int rows, int withoutPost, int distinct)
      throws IOException {
    Path path = Path.of(System.getProperty("clew.data.real", "../shared/data"), "coortweet", file);
    assumeThat(Files.exists(path)).as("the data set " + path + " is there").isTrue();

    List<ParsedPost> parsed = CsvRows.ofGzip(path, parser::parse);

    Set<String> different =
        parsed.stream()
            .filter(row -> row.post() != null)
            .map(CoorTweetParserTest::describe)
            .collect(Collectors.toSet());
    assertThat(parsed).hasSize(rows);
    assertThat(parsed.stream().filter(row -> row.post() == null)).hasSize(withoutPost);
    assertThat(different).hasSize(distinct);
  }

  private static String describe(ParsedPost row) {
    Post post = Objects.requireNonNull(row.post());
    return row.observations().stream()
        .map(observation -> observation.kind() + "=" + observation.artifact())
        .collect(
            Collectors.joining("|", post.account() + "|" + post.id() + "|", "|" + post.time()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
