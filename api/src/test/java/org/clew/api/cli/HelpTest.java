package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.cypher.TestGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(strings = {"trace", "links", "load", "mark", "claims", "attribute", "export"})
  void shouldNameDefaultsOnlyWhereThereAreSome(String command) {
    CliRun cli = new CliRun(TestGraph.empty());

    assertThat(cli.run("help", command)).isZero();

    assertThat(cli.out())
        .contains("Usage: clew " + command)
        .doesNotContainPattern("Default:\\s*(\\[\\])?\\s*\\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Default: BOTH", "--direction"})
  void shouldStillNameDefaults(String expected) {
    CliRun cli = new CliRun(TestGraph.empty());
    cli.run("help", "links");
    assertThat(cli.out()).containsIgnoringCase(expected);
  }
}
