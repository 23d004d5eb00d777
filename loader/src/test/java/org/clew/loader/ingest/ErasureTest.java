package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.observation.Damage;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureTest {
  private static final String HEADER = "tweetid,userid,user_screen_name,tweet_time,urls\n";
  private static final EntityId BOB = new EntityId("account:x:66");

  @TempDir Path folder = Path.of("unset");
  private GraphStore store = TestGraph.empty();
  private DataFolder data = new DataFolder(folder);

  @BeforeEach
  void emptyGraph() {
    store = TestGraph.empty();
    data = new DataFolder(folder.resolve("data"));
  }

  private Path file(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), HEADER + rows);
  }

  private FileReport load(Path file) {
    return new LoadRun(store, data, LoadListener.NONE)
        .load(List.of(file), ReadOptions.DEFAULTS)
        .get(0);
  }

  private PersonErasure.Report erase() {
    return new PersonErasure(store, data)
        .erase(BOB, Map.of("handle", "Bob_R", "displayName", "Боб Радио-Новости"));
  }

  private String rejects() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : names()) {
      text.append(Files.readString(data.rejects().resolve(name)));
    }
    return text.toString();
  }

  private String[] names() {
    String[] names = data.rejects().toFile().list();
    return names == null ? new String[0] : names;
  }

  @Test
  void shouldKeepAPersonOutOfRejectsFilesOfLaterLoads() throws IOException {
    Path file =
        file(
            "a.csv",
            """
            1,66,bob_r,2017-06-22,[]
            x,66,other,never,nolist
            y,5,@BOB_R,never,nolist
            z,5,written by «БОБ радио новости»,never,nolist
            v,5,bob_rx,never,nolist
            """);
    String source = String.valueOf(load(file).source());
    assertThat(rejects()).contains("x,66", "y,5", "z,5", "v,5");

    erase();
    assertThat(rejects()).doesNotContain("x,66", "y,5", "z,5").contains("v,5");
    for (String name : names()) {
      Files.delete(data.rejects().resolve(name));
    }
    new SourceRemoval(store, data).remove(new EntityId(source));
    FileReport again = load(file);

    assertThat(again.rejectedValues()).isEqualTo(8);
    assertThat(rejects()).doesNotContain("x,66", "y,5", "z,5").contains("v,5");
  }

  @Test
  void shouldNameTheFilesItCouldNotLookInto() throws IOException {
    load(file("a.csv", "1,66,bob_r,2017-06-22,[]\n"));
    load(file("b.csv", "2,66,bob_r,2017-06-23,[]\n"));
    String archived = "statements/" + data.statements().names().get(0);
    String segment = "segments/" + data.log().loads().get(0).segment() + ".parquet";
    damage(data.root().resolve(archived));
    damage(data.root().resolve("log").resolve(segment));

    PersonErasure.Report report = erase();

    assertThat(report.damaged())
        .extracting(Damage::file)
        .containsExactlyInAnyOrder(archived, segment);
    assertThat(report.entities()).isEqualTo(1);
    SourceRemoval.Report removed =
        new SourceRemoval(store, data).remove(data.log().loads().get(0).files().get(0).source());
    assertThat(removed.damaged()).extracting(Damage::file).containsExactly(archived);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source:a", "state:IR", "cluster:case:a"})
  void shouldRefuseWhatIsNobody(String id) {
    assertThatThrownBy(() -> new PersonErasure(store, data).erase(new EntityId(id), Map.of()))
        .isInstanceOf(ClewException.class)
        .hasMessageStartingWith(id + " is a ");
  }

  @Test
  void shouldLoadAgainWhatWasArchivedAndIsDamaged() throws IOException {
    Path file = file("a.csv", "1,5,ann,2017-06-22,[]\n");
    load(file);
    damage(data.root().resolve("statements").resolve(data.statements().names().get(0)));

    assertThat(load(file).alreadyLoaded()).isFalse();

    assertThat(DataCheck.of(data).damaged()).isEmpty();
  }

  static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
  }
}
