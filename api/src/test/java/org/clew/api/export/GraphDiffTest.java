package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.clew.api.export.DiffDocument.Counts;
import org.clew.api.export.DiffDocument.Item;
import org.clew.model.ClewException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphDiffTest {
  private static final String BEFORE =
      """
      {"format":"clew-graph","version":1,"graph":{},"truncated":null,
      "sources":[{"id":"source:a","title":"A"}],
      "nodes":[
       {"id":"domain:a.org","kind":"Domain","name":"A","attributes":{"note":"old"}},
       {"id":"domain:b.org","kind":"Domain","name":"B","attributes":{}},
       {"id":"domain:d.org","kind":"Domain","name":"D","attributes":{}}],
      "statements":[{"entity":"domain:a.org","statedIn":"source:a","attributes":{"note":"old"}}],
      "links":[{"id":"02","type":"LINKS_TO","count":1},{"id":"01","type":"USES","count":1}]}
      """;
  private static final String AFTER =
      """
      {"format":"clew-graph","version":1,"graph":{},"truncated":null,
      "sources":[{"id":"source:a","title":"A"},{"id":"source:b","title":"B"}],
      "nodes":[
       {"id":"domain:a.org","kind":"Domain","name":"A","attributes":{"note":"new","region":"x"}},
       {"id":"domain:c.org","kind":"Domain","name":"C","attributes":{}},
       {"id":"domain:d.org","kind":"Domain","name":"D","attributes":{}}],
      "statements":[{"entity":"domain:a.org","statedIn":"source:a","attributes":{"note":"old"}}],
      "links":[{"id":"02","type":"LINKS_TO","count":4},{"id":"01","type":"USES","count":1}]}
      """;

  @TempDir private Path folder;
  private Path before;
  private Path after;

  @BeforeEach
  void write() throws IOException {
    before = Files.writeString(folder.resolve("before.json"), BEFORE);
    after = Files.writeString(folder.resolve("after.json"), AFTER);
  }

  @Test
  void shouldTellWhatWasAddedRemovedAndChanged() {
    DiffDocument diff = GraphDiff.of(before, after, 100);

    assertThat(diff.counts())
        .containsEntry("sources", new Counts(1, 0, 0))
        .containsEntry("nodes", new Counts(1, 1, 1))
        .containsEntry("statements", new Counts(0, 0, 0))
        .containsEntry("links", new Counts(0, 0, 1));
    assertThat(diff.items())
        .extracting(Item::change, Item::key)
        .map(tuple -> tuple.toList().toString())
        .containsExactly(
            "[added, source:b]",
            "[changed, domain:a.org]",
            "[removed, domain:b.org]",
            "[added, domain:c.org]",
            "[changed, LINKS_TO 02]");
    assertThat(diff.items().get(1).fields())
        .containsEntry("note", Arrays.asList("old", "new"))
        .containsEntry("region", Arrays.asList(null, "x"))
        .hasSize(2);
    assertThat(diff.truncated()).isNull();
  }

  @Test
  void shouldFindNoDifferenceInOneFileAndTheOppositeTheOtherWayRound() {
    assertThat(GraphDiff.of(before, before, 10).items()).isEmpty();
    DiffDocument back = GraphDiff.of(after, before, 10);
    assertThat(back.counts()).containsEntry("sources", new Counts(0, 1, 0));
  }

  @Test
  void shouldCountAllWhereOnlySomeAreListed() {
    DiffDocument diff = GraphDiff.of(before, after, 1);
    assertThat(diff.items()).hasSize(1);
    assertThat(diff.counts()).containsEntry("nodes", new Counts(1, 1, 1));
    assertThat(diff.truncated()).containsKey("reason");
  }

  @Test
  void shouldRefuseWhatIsNoWholeExportInOrder() throws IOException {
    for (String bad :
        new String[] {
          "",
          "[]",
          "{\"format\":\"other\"}",
          BEFORE.substring(0, 300),
          BEFORE.replace("domain:d.org", "domain:0.org")
        }) {
      Files.writeString(after, bad);
      assertThatThrownBy(() -> GraphDiff.of(before, after, 10))
          .as(bad)
          .isInstanceOf(ClewException.class)
          .hasMessageContaining("is not a whole JSON export of Clew");
    }
  }
}
