package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributeCommandTest {
  private static final String LFP = "cluster:case:liberty-front-press";

  @TempDir private Path data;
  private CliRun cli;

  @BeforeEach
  void loadTheCases() {
    GraphStore store = TestGraph.empty();
    cli = new CliRun(store, data);
    List<String> load = new ArrayList<>(List.of("load"));
    for (String name :
        List.of("outlets", "liberty-front-press", "sputnik-2019", "endless-mayfly")) {
      load.add(file(name));
    }
    assertThat(cli.run(load.toArray(String[]::new))).as(cli.err()).isZero();
    store.execute("CALL db.awaitIndexes(60)", Map.of());
  }

  @Test
  void shouldGiveTheVerdictsAsOneDocument() {
    assertThat(cli.run("attribute", LFP, "--json")).as(cli.err()).isZero();
    JsonNode document = cli.json();

    assertThat(document.at("/subject").asText()).isEqualTo(LFP);
    assertThat(document.at("/members/total").asInt()).isEqualTo(10);
    assertThat(document.at("/origins/0/state").asText()).isEqualTo("state:IR");
    assertThat(document.at("/origins/0/verdict/confidence").asText()).isEqualTo("moderate");
    JsonNode pressTv = candidate(document, "outlet:ir:press-tv");
    assertThat(pressTv.at("/outlet/name").asText()).isEqualTo("Press TV");
    assertThat(pressTv.at("/outlet/stateRelation").asText()).isEqualTo("state-controlled");
    assertThat(pressTv.at("/control/score").asDouble()).isCloseTo(0.8335, within(0.0001));
    assertThat(pressTv.at("/control/weakest").asDouble()).isZero();
    assertThat(pressTv.at("/control/chains/0/hops/0/evidence/0/degree").asInt()).isEqualTo(2);
    assertThat(pressTv.at("/verdict/confidence").asText()).isEqualTo("low");
    assertThat(pressTv.at("/verdict/relation").asText()).isEqualTo("none");
    assertThat(document.at("/assessedAs")).hasSize(3);
  }

  @Test
  void shouldFollowTrustAndTheDay() {
    String fireEye = "fireeye-2018-08-21";
    assertThat(cli.run("attribute", LFP, "--trust", fireEye, "--as-of", "2018-08-21", "--json"))
        .isZero();
    JsonNode document = cli.json();

    assertThat(document.at("/candidates")).isEmpty();
    assertThat(document.at("/asOf").asText()).isEqualTo("2018-08-21");
    assertThat(document.at("/origins/0/origin/score").asDouble()).isCloseTo(0.963, within(0.001));
  }

  @Test
  void shouldPrintConfidenceAndLikelihoodApart() {
    assertThat(cli.run("attribute", "cluster:case:sputnik-2019")).as(cli.err()).isZero();

    assertThat(cli.out())
        .contains("Sputnik (RU, state-controlled)")
        .contains("Relation: state-linked")
        .contains("Confidence: high\n")
        .contains("Likelihood: almost certain\n")
        .contains("Would change: If it is not true that Sputnik operates")
        .contains("Input, not a verdict: linked to employees of Sputnik (Facebook)");
  }

  @Test
  void shouldShowTwoSubjectsSideBySide() {
    assertThat(cli.run("attribute", LFP, "--against", "cluster:case:endless-mayfly", "--json"))
        .isZero();

    assertThat(cli.json().at("/attributions")).hasSize(2);
    JsonNode shared = null;
    for (JsonNode row : cli.json().at("/candidates")) {
      shared =
          row.at("/id").asText().equals("org:ir:international-union-of-virtual-media")
              ? row
              : shared;
    }
    assertThat(shared.at("/first/confidence").asText()).isEqualTo("low");
    assertThat(shared.at("/second/confidence").asText()).isEqualTo("low");
  }

  @Test
  void shouldAttributeAllClusters() {
    assertThat(cli.run("attribute", "--all-clusters", "--json")).as(cli.err()).isZero();

    assertThat(cli.json().at("/items").findValuesAsText("subject"))
        .contains(LFP, "cluster:case:sputnik-2019", "cluster:case:endless-mayfly");
  }

  @Test
  void shouldRefuseToAttributeNothingOrAState() {
    assertThat(cli.run("attribute")).isEqualTo(2);
    assertThat(cli.run("attribute", "state:IR")).isEqualTo(2);
    assertThat(cli.run("attribute", "nobody.example")).isEqualTo(2);
  }

  private static JsonNode candidate(JsonNode document, String id) {
    for (JsonNode each : document.at("/candidates")) {
      if (each.at("/outlet/id").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError(id + " is no candidate: " + document.at("/candidates"));
  }

  private static String file(String name) {
    try {
      return Path.of(
              Objects.requireNonNull(
                      AttributeCommandTest.class.getResource("/org/clew/api/demo/" + name + ".yml"))
                  .toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
