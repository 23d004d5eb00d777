package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
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
  void shouldSayWhatALikelihoodIsWorthWhereNothingMayBeConcluded() {
    assertThat(cli.run("attribute", LFP, "--as-of", "2018-08-31")).as(cli.err()).isZero();

    assertThat(cli.out())
        .contains("Relation: not concluded, as confidence is below moderate\n")
        .contains("Confidence: low\n")
        .contains(", if what it rests on holds\n");
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
  void shouldLeaveOutWhatIsMarkedBenignUntilTheMarkIsTakenBack() {
    String member = "org:quest-4-truth";
    assertThat(cli.run("mark", member, "--benign", "a test", "--by", "Ada")).as(cli.err()).isZero();
    assertThat(cli.run("attribute", LFP, "--json")).as(cli.err()).isZero();
    assertThat(ids(cli.json())).doesNotContain("outlet:ir:press-tv").isNotEmpty();

    assertThat(cli.run("mark", member, "--remove")).as(cli.err()).isZero();
    assertThat(cli.run("attribute", LFP, "--json")).as(cli.err()).isZero();
    assertThat(ids(cli.json())).contains("outlet:ir:press-tv");
    assertThat(cli.run("mark", member)).isEqualTo(2);
    assertThat(cli.run("mark", member, "--remove")).isEqualTo(2);
  }

  @Test
  void shouldPutSpreadingInTimeOrderAndSayWhoWasFirst() throws IOException {
    Path file = data.resolve("spreading.yml");
    Files.writeString(
        file,
        """
        clew: 1
        sources: [{id: seen, title: Seen, grade: B2}]
        entities: [{id: "domain:spreads-a.org", source: seen}]
        links:
          - {from: "domain:spreads-a.org", type: LINKS_TO, to: "domain:presstv.ir", source: seen,
             firstSeen: 2018-03-04, count: 7}
          - {from: "domain:presstv.ir", type: COPIES, to: "domain:spreads-a.org", source: seen,
             firstSeen: 2018-03-01}
        """);
    assertThat(cli.run("load", file.toString())).as(cli.out() + cli.err()).isZero();
    assertThat(cli.run("attribute", "spreads-a.org", "--json")).as(cli.err()).isZero();

    JsonNode reach = candidate(cli.json(), "outlet:ir:press-tv").at("/amplification");
    assertThat(reach.at("/spreadFirst").asText()).isEqualTo("outlet");
    assertThat(reach.at("/paths").findValuesAsText("by")).containsExactly("outlet", "subject");
    assertThat(reach.at("/paths/1/delaySeconds").asLong()).isEqualTo(3 * 86_400);
    assertThat(reach.at("/paths/1/count").asLong()).isEqualTo(7);
    assertThat(cli.run("attribute", "spreads-a.org")).isZero();
    assertThat(cli.out()).contains("First to spread the other: the outlet");
  }

  @Test
  void shouldComputeWithTheTablesThatAVerdictStates() {
    assertThat(cli.run("attribute", LFP, "--json")).isZero();
    JsonNode now = cli.json();
    String kinds = now.at("/method/parameters/kinds").asText();
    String verdicts = now.at("/method/parameters/verdicts").asText();

    assertThat(cli.run("attribute", LFP, "--kinds", kinds, "--verdicts", verdicts, "--json"))
        .as(cli.err())
        .isZero();
    assertThat(cli.json()).isEqualTo(now);
    assertThat(cli.run("attribute", LFP, "--kinds", "99")).isEqualTo(2);
    assertThat(cli.err()).contains("no version 99 of the table of kinds");
    assertThat(cli.run("attribute", LFP, "--verdicts", "99")).isEqualTo(2);
  }

  @Test
  void shouldTraceAndExportForAReaderOnlyWhatHeMaySee() throws IOException {
    Path file = data.resolve("levels.yml");
    Files.writeString(
        file,
        """
        clew: 1
        sources:
          - {id: open, title: Open, grade: A1, tlp: clear}
          - {id: secret, title: Secret, grade: A1, tlp: "TLP:RED"}
          - {id: echo, title: Echo, grade: A1, derivesFrom: [secret]}
        entities:
          - {id: "domain:known-b.org", source: open}
          - {id: "domain:known-b.org", name: Codename, source: secret}
          - {id: "domain:hidden-c.org", source: secret}
          - {id: "outlet:xx:veiled", name: Veiled, country: XX, stateRelation: official,
             source: secret}
        links:
          - {from: "domain:known-b.org", type: USES, to: "indicator:tracker/ga:UA-77", source: open}
          - {from: "domain:hidden-c.org", type: USES, to: "indicator:tracker/ga:UA-77",
             source: secret}
          - {from: "outlet:ir:press-tv", type: OPERATES, to: "domain:known-b.org", source: secret}
          - {from: "outlet:ir:press-tv", type: OWNS, to: "domain:known-b.org", source: echo,
             kind: platform/statement}
        """);
    assertThat(cli.run("load", file.toString())).as(cli.out() + cli.err()).isZero();
    List<String> telling = List.of("secret", "codename", "hidden-c", "veiled");

    assertThat(cli.run("trace", "known-b.org", "--json")).as(cli.err()).isZero();
    assertThat(cli.out()).contains("source:secret");
    assertThat(cli.run("trace", "known-b.org", "--tlp", "amber", "--json")).as(cli.err()).isZero();
    assertThat(cli.json().at("/chains/0/hops/0/evidence/0/source").asText())
        .isEqualTo("source:echo");
    assertThat(cli.json().at("/method/parameters/tlp").asText()).isEqualTo("amber");
    telling.forEach(each -> assertThat(cli.out()).doesNotContainIgnoringCase(each));
    assertThat(cli.run("trace", "hidden-c.org", "--tlp", "amber")).isNotZero();
    assertThat(cli.run("trace", "known-b.org", "--to", "Veiled", "--tlp", "amber")).isNotZero();

    for (String format : List.of("json", "graphml", "stix", "cypher", "html", "svg")) {
      assertThat(cli.run("export", "known-b.org", "--format", format)).as(cli.err()).isZero();
      assertThat(cli.out()).as(format).containsIgnoringCase("secret");
      assertThat(cli.run("export", "known-b.org", "--tlp", "amber", "--format", format))
          .as(cli.err())
          .isZero();
      telling.forEach(each -> assertThat(cli.out()).as(format).doesNotContainIgnoringCase(each));
      assertThat(cli.out()).contains("known-b.org");
      assertThat(cli.run("export", "--all", "--tlp", "amber", "--format", format)).isZero();
      telling.forEach(each -> assertThat(cli.out()).as(format).doesNotContainIgnoringCase(each));
      assertThat(cli.out()).contains("known-b.org");
    }
    assertThat(cli.run("export", "hidden-c.org", "--tlp", "amber")).isNotZero();
  }

  /** The reader learns neither the fact nor who states it nor what the secret source calls it. */
  @Test
  void shouldComputeTheVerdictForAReaderFromWhatHeMaySee() throws IOException {
    Path file = data.resolve("levels.yml");
    Files.writeString(
        file,
        """
        clew: 1
        sources:
          - {id: open, title: Open, grade: A1, tlp: clear}
          - {id: secret, title: Secret, grade: A1, tlp: "TLP:RED"}
          - {id: echo, title: Echo, grade: A1, derivesFrom: [secret]}
        entities:
          - {id: "domain:known-b.org", source: open}
          - {id: "domain:known-b.org", name: Codename, source: secret}
          - {id: "domain:hidden-c.org", source: secret}
        links:
          - {from: "domain:known-b.org", type: USES, to: "indicator:tracker/ga:UA-77", source: open}
          - {from: "outlet:ir:press-tv", type: OPERATES, to: "domain:known-b.org", source: secret}
          - {from: "outlet:ir:press-tv", type: OWNS, to: "domain:known-b.org", source: echo,
             kind: platform/statement}
        """);
    assertThat(cli.run("load", file.toString())).as(cli.out() + cli.err()).isZero();

    assertThat(cli.run("attribute", "known-b.org", "--json")).as(cli.err()).isZero();
    assertThat(cli.out()).contains("source:secret", "Codename");
    double all = candidate(cli.json(), "outlet:ir:press-tv").at("/control/score").asDouble();

    assertThat(cli.run("attribute", "known-b.org", "--tlp", "amber", "--json"))
        .as(cli.err())
        .isZero();
    assertThat(cli.out()).doesNotContainIgnoringCase("secret").doesNotContain("Codename");
    JsonNode seen = candidate(cli.json(), "outlet:ir:press-tv");
    assertThat(seen.at("/control/score").asDouble()).isBetween(0.5, all);
    assertThat(seen.at("/control/roots/0").asText()).isEqualTo("source:withheld-1");
    assertThat(cli.json().at("/method/parameters/tlp").asText()).isEqualTo("amber");
    assertThat(cli.run("attribute", "hidden-c.org", "--tlp", "green")).isNotZero();
    assertThat(cli.run("attribute", "Codename", "--tlp", "green")).isNotZero();
    assertThat(cli.run("attribute", "known-b.org", "--tlp", "purple")).isEqualTo(2);
  }

  @Test
  void shouldRefuseToAttributeNothingOrAState() {
    assertThat(cli.run("attribute")).isEqualTo(2);
    assertThat(cli.run("attribute", "state:IR")).isEqualTo(2);
    assertThat(cli.run("attribute", "nobody.example")).isEqualTo(2);
  }

  private static List<String> ids(JsonNode document) {
    List<String> ids = new ArrayList<>();
    document.at("/candidates").forEach(each -> ids.add(each.at("/outlet/id").asText()));
    return ids;
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
