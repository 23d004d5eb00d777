package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {
  private static final String EMAIL = "indicator:registration/email:";
  private static final String HEADER = "from,type,to,source\n";

  @TempDir Path folder = Path.of("unset");
  private GraphStore store = TestGraph.empty();
  private DataFolder data = new DataFolder(folder);

  @BeforeEach
  void emptyGraph() throws IOException {
    store = TestGraph.empty();
    data = new DataFolder(folder.resolve("data"));
    Files.writeString(folder.resolve("s.csv"), "id,title\nsource:s,S\n");
  }

  private FileReport load(String name, String rows) throws IOException {
    Path file = Files.writeString(folder.resolve(name), HEADER + rows);
    return new LoadRun(store, data, LoadListener.NONE)
        .load(List.of(folder.resolve("s.csv"), file), ReadOptions.DEFAULTS)
        .get(1);
  }

  private List<String> indicators() {
    return store.read(
        "MATCH (i:Indicator) RETURN i.id AS id ORDER BY id",
        Map.of(),
        row -> row.get("id").asString());
  }

  @Test
  void shouldKeepNoPersonalValueAndStillTellWhatIsShared() throws IOException {
    data.pseudonymise();
    load(
        "a.csv",
        """
        domain:a.org,USES,indicator:registration/email:Ann@Example.org,s
        domain:a.org,USES,indicator:hosting/ip:203.0.113.7,s
        domain:a.org,USES,indicator:tracker/ga:UA-123456,s
        """);
    FileReport b =
        load(
            "b.csv",
            """
            domain:b.org,USES,indicator:registration/email:ann@example.org,s
            ann@example.org,USES,ann@example.org,s
            """);

    assertThat(indicators()).hasSize(3).contains("indicator:tracker/ga:UA-123456");
    assertThat(indicators().get(1)).matches(EMAIL + "hmac-[0-9a-f]{16}");
    assertThat(
            store.read(
                "MATCH (d:Domain)-[:USES]->(:Indicator {id: $id}) RETURN d.id AS id ORDER BY id",
                Map.of("id", indicators().get(1)),
                row -> row.get("id").asString()))
        .containsExactly("domain:a.org", "domain:b.org");
    assertThat(b.rejected()).isEqualTo(1);
    assertThat(b.firstRejects()).hasSize(1);
    assertThat(b.firstRejects().toString()).doesNotContain("ann@");
    assertThat(Files.readString(Path.of(String.valueOf(b.rejectsFile()))))
        .contains("b.csv,3,")
        .doesNotContain("ann@");
    assertThat(GraphAndLogDump.of(store, data)).doesNotContain("ann@").doesNotContain("203.0.113");
    for (String name : data.statements().names()) {
      assertThat(data.statements().read(name).toString())
          .doesNotContainIgnoringCase("ann@")
          .doesNotContain("203.0.113");
    }
  }

  @Test
  void shouldGiveAnotherPseudonymInAnotherFolder() throws IOException {
    String row = "domain:a.org,USES,indicator:registration/phone:+1 555 0100,s\n";
    data.pseudonymise();
    load("a.csv", row);
    List<String> first = indicators();
    store = TestGraph.empty();
    data = new DataFolder(folder.resolve("other"));
    data.pseudonymise();
    load("a.csv", row);

    assertThat(indicators()).hasSize(1).doesNotContainAnyElementsOf(first);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.root().resolve("pseudonyms.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldRefuseAFolderThatHoldsValuesInClear() throws IOException {
    load("a.csv", "domain:a.org,USES,indicator:registration/email:ann@example.org,s\n");

    assertThatThrownBy(() -> data.pseudonymise())
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("were loaded in clear");
    assertThat(indicators()).containsExactly(EMAIL + "ann@example.org");
  }

  @Test
  void shouldEraseByTheValueItself() throws IOException {
    data.pseudonymise();
    String row = "domain:a.org,USES,indicator:registration/email:ann@example.org,s\n";
    load("a.csv", row);

    PersonErasure.Report report =
        new PersonErasure(store, data).erase(new EntityId(EMAIL + "ann@example.org"), Map.of());
    load("b.csv", row);

    assertThat(report.entities()).isEqualTo(1);
    assertThat(indicators()).isEmpty();
  }
}
