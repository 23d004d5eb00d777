package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer that is empty says where to look instead. */
class TraceHintsTest {
  private static final String CASE =
      """
      clew: 1
      title: A case
      sources:
        - {id: report, title: Report, grade: B2}
      entities:
        - {id: 'outlet:ir:press-tv', name: Press TV, country: IR, stateRelation: state-controlled, source: report}
        - {id: 'domain:presstv.ir', source: report}
        - {id: 'domain:fan.example', source: report}
        - {id: 'domain:other.example', source: report}
      links:
        - {from: 'outlet:ir:press-tv', type: PUBLISHES_ON, to: 'domain:presstv.ir', source: report}
        - {from: 'domain:fan.example', type: LINKS_TO, to: 'domain:presstv.ir', source: report}
        - {from: 'domain:other.example', type: LINKS_TO, to: 'domain:fan.example', source: report}
        - {from: 'domain:fan.example', type: LINKS_TO, to: 'domain:other.example', source: report}
      """;

  @TempDir private Path folder;
  private CliRun cli = new CliRun(TestGraph.empty());

  @BeforeEach
  void load() throws IOException {
    GraphStore store = TestGraph.empty();
    cli = new CliRun(store, folder.resolve("data"));
    Path file = Files.writeString(folder.resolve("case.yml"), CASE);
    assertThat(cli.run("load", file.toString())).as(cli.out()).isZero();
    store.execute("CALL db.awaitIndexes(60)", Map.of());
  }

  @Test
  void shouldAskWhetherSomethingOfAlmostThatNameWasMeant() {
    assertThat(cli.run("trace", "prestv.ir")).isEqualTo(2);
    assertThat(cli.err()).contains("'prestv.ir'; did you mean presstv.ir (domain:presstv.ir)?");
    assertThat(cli.run("attribute", "Pres TV")).isEqualTo(2);
    assertThat(cli.err()).contains("did you mean Press TV (outlet:ir:press-tv)");
    assertThat(cli.run("links", "domain:fam.example")).isEqualTo(2);
    assertThat(cli.err()).contains("did you mean fan.example (domain:fan.example)");
    assertThat(cli.run("trace", "account:x:4711")).isEqualTo(2);
    assertThat(cli.err()).endsWith("'account:x:4711'.\n");
  }

  @Test
  void shouldPointFromSympathyToAmplification() {
    assertThat(cli.run("trace", "fan.example")).isZero();
    assertThat(cli.out())
        .startsWith(
            "No chain of control evidence leads from fan.example to state-media.\nBut it links")
        .contains("'--hypothesis amplification' shows how");
    assertThat(cli.run("trace", "fan.example", "--json")).isZero();
    assertThat(cli.json().get("amplifies").asBoolean()).isTrue();

    assertThat(cli.run("trace", "fan.example", "--without", "domain:presstv.ir", "--json"))
        .isZero();
    assertThat(cli.json().get("amplifies").asBoolean(true)).isFalse();

    assertThat(cli.run("trace", "other.example", "--json")).isZero();
    assertThat(cli.json().get("amplifies").asBoolean(true)).isFalse();
    assertThat(cli.run("trace", "fan.example", "--hypothesis", "amplification", "--json")).isZero();
    assertThat(cli.json().get("amplifies").isNull()).isTrue();
  }
}
