package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clew.cypher.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionsTest {
  private static final String POSTS =
      """
      tweetid,userid,user_screen_name,tweet_time,urls
      1,5,ann,2017-06-22,[]
      2,,ann,2017-06-22,[]
      """;

  @TempDir Path folder = Path.of("unset");

  @Test
  void shouldNameALoadAgainOnceItsArchiveCanBeReadAgain() throws IOException {
    DataFolder data = new DataFolder(folder.resolve("data"));
    Path file = Files.writeString(folder.resolve("posts.csv"), POSTS);
    new LoadRun(TestGraph.empty(), data, LoadListener.NONE)
        .load(List.of(file), ReadOptions.DEFAULTS);
    Path archived = folder.resolve("data/statements").resolve(data.statements().names().get(0));
    byte[] whole = Files.readAllBytes(archived);
    Rejections rejections = data.rejections();

    Files.write(archived, new byte[] {1});
    assertThat(rejections.all()).isEmpty();
    Files.write(archived, whole);
    assertThat(rejections.all()).extracting(Rejections.Rejection::rows).containsExactly(1L);
    assertThat(rejections.rows(source -> false)).isZero();
    Files.delete(archived);
    assertThat(rejections.all()).isEmpty();
  }
}
