package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClewCliTest {
  private CliRun cli;

  @BeforeEach
  void emptyGraph() {
    GraphStore store = TestGraph.empty();
    store.execute(
        """
        CREATE (s:Entity:Source {id: 'source:s', name: 'S', title: 'S', grade: 'B2', quality: 0.5625})
        CREATE (a:Entity:Account {id: 'account:x:1', name: 'Rooster', handle: 'rooster'})
        CREATE (b:Entity:Account {id: 'account:telegram:2', name: 'Rooster', handle: 'cock'})
        CREATE (d:Entity:Domain {id: 'domain:example.org', name: 'example.org'})
        CREATE (a)-[:LINKS_TO {id: 'l1', source: 'source:s', count: 3, basis: 'observed',
                               firstSeen: '2018', lastSeen: '2018-08-21', evidence: ['f.csv:2']}]->(d)
        """,
        Map.of());
    store.execute("CALL db.awaitIndexes(60)", Map.of());
    cli = new CliRun(store);
  }

  @Test
  void shouldListLinksInOneLineEach() {
    assertThat(cli.run("links", "account:x:1")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            "account:x:1 -LINKS_TO-> domain:example.org ×3, 2018 to 2018-08-21"
                + "  [source:s B2, f.csv:2]\n");
  }

  @Test
  void shouldAnswerInJson() {
    assertThat(cli.run("links", "example.org", "--direction", "in", "--json")).isZero();
    JsonNode page = cli.json();
    assertThat(page.at("/items/0/from").asText()).isEqualTo("account:x:1");
    assertThat(page.at("/items/0/type").asText()).isEqualTo("LINKS_TO");
    assertThat(page.get("next").isNull()).isTrue();
    assertThat(page.get("truncated").isNull()).isTrue();
  }

  @Test
  void shouldListTheCandidatesOfAnAmbiguousName() {
    assertThat(cli.run("links", "rooster", "--json")).isEqualTo(2);
    assertThat(cli.err()).contains("account:telegram:2").contains("account:x:1");
    assertThat(cli.json().get("candidates")).hasSize(2);
  }

  @Test
  void shouldSayThatNothingHasThatName() {
    assertThat(cli.run("links", "nobody.example")).isEqualTo(2);
    assertThat(cli.err()).isEqualTo("clew: Nothing in the graph is called 'nobody.example'.\n");
  }

  @Test
  void shouldRefuseWrites() {
    assertThat(cli.run("query", "MATCH (n) DETACH DELETE n")).isEqualTo(1);
    assertThat(cli.err()).contains("Only queries that read the graph");
    assertThat(cli.run("status", "--json")).isZero();
    assertThat(cli.json().at("/entities/Account").asLong()).isEqualTo(2);
  }

  @Test
  void shouldGoOnAtACursor() {
    assertThat(cli.run("sources", "--limit", "0")).isEqualTo(2);
    assertThat(cli.run("sources", "--cursor", "?")).isEqualTo(2);
    assertThat(cli.run("links", "example.org", "--cursor", "bm9wZQ")).isEqualTo(2);
  }

  @Test
  void shouldExplainWrongUsage() {
    assertThat(cli.run("nonsense")).isEqualTo(2);
    assertThat(cli.err()).contains("nonsense").contains("--help");
    assertThat(cli.run()).isEqualTo(2);
    assertThat(cli.run("links", "x", "--type", "FRIENDS")).isEqualTo(2);
    assertThat(cli.run("links", "example.org", "--since", "yesterday")).isEqualTo(2);
  }
}
