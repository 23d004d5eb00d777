package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clew.cypher.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  @TempDir private Path folder;
  private final CliRun cli = new CliRun(TestGraph.empty());

  @Test
  void shouldShowAKeyOnceListItAndRevokeIt() {
    assertThat(run("keys", "create", "--role", "reader", "--name", "script")).isZero();
    String text = cli.out().lines().filter(line -> line.startsWith("clew_")).findFirst().orElse("");
    assertThat(text).hasSize(61);
    String id = text.substring(5, 17);

    assertThat(run("keys", "list", "--json")).isZero();
    assertThat(cli.out()).doesNotContain(text.substring(18));
    JsonNode key = cli.json().at("/items/0");
    assertThat(key.get("id").asText()).isEqualTo(id);
    assertThat(key.get("state").asText()).isEqualTo("valid");
    assertThat(key.has("key")).isFalse();

    assertThat(run("keys", "revoke", id, "--json")).isZero();
    assertThat(cli.json().get("state").asText()).isEqualTo("revoked");
    assertThat(run("keys", "list")).isZero();
    assertThat(cli.out()).contains(id, "reader", "revoked", "script");
  }

  @Test
  void shouldPrintTheNewKeyAsOneDocument() {
    run("keys", "create", "--role", "admin", "--expires", "2999-12-31", "--json");
    assertThat(cli.json().get("key").asText()).startsWith("clew_");
    assertThat(cli.json().get("expires").asText()).isEqualTo("2999-12-31");
  }

  @Test
  void shouldSayWhatIsWrongWithARequestForAKey() throws IOException {
    assertThat(cli.run("keys")).isEqualTo(2);
    assertThat(cli.err()).contains("create, list or revoke");
    assertThat(run("keys", "create")).isEqualTo(2);
    assertThat(run("keys", "create", "--role", "root")).isEqualTo(2);
    assertThat(cli.err()).contains("no role 'root'");
    assertThat(run("keys", "create", "--role", "reader", "--expires", "soon")).isEqualTo(2);
    assertThat(run("keys", "revoke", "nobody")).isEqualTo(2);
    Files.writeString(folder.resolve("keys.json"), "torn");
    assertThat(run("keys", "list")).isEqualTo(1);
    assertThat(cli.err()).contains("damaged; nobody is let in");
  }

  @Test
  void shouldRefuseToServeOthersWithoutAKey() {
    assertThat(run("serve", "--bind", "0.0.0.0", "--port", "0")).isEqualTo(2);
    assertThat(cli.err()).contains("0.0.0.0", "clew keys create");
    assertThat(run("serve", "--require-key", "--port", "0")).isEqualTo(2);
    assertThat(run("serve", "--rate", "-1", "--port", "0")).isEqualTo(2);
    assertThat(run("serve", "--host", "https://x.org", "--port", "0")).isEqualTo(2);
    assertThat(cli.err()).contains("'https://x.org' is no host name");
  }

  @Test
  void shouldNoteEachChangeInTheAuditLogAndNoReading() throws IOException {
    run("keys", "create", "--role", "reader", "--json");
    String id = cli.json().get("id").asText();
    run("keys", "list");
    run("keys", "revoke", id);
    run("keys", "revoke", "nobody");
    run("status");
    run("audit", "--json");
    assertThat(cli.json().get("items").findValuesAsText("route"))
        .containsExactly("clew keys create", "clew keys revoke");
    JsonNode revoke = cli.json().at("/items/1");
    assertThat(revoke.get("path").asText()).isEqualTo(id);
    assertThat(revoke.get("who").asText()).isEqualTo("local");
    assertThat(Files.readString(folder.resolve("audit.jsonl"))).doesNotContain("clew_");

    run("audit", "--limit", "1", "--json");
    run("audit", "--cursor", cli.json().get("next").asText());
    assertThat(cli.out()).contains("clew keys revoke " + id).doesNotContain("keys create");
    run("audit", "--since", "2999-01-01", "--json");
    assertThat(cli.json().get("items")).isEmpty();
    assertThat(run("audit", "--since", "soon")).isEqualTo(2);
  }

  @Test
  void shouldNotSayWhoWasErased() throws IOException {
    run("keys", "create", "--role", "reader");
    run("erase", "account:x:123459876");
    assertThat(Files.readString(folder.resolve("audit.jsonl")))
        .contains("clew erase")
        .doesNotContain("123459876");
  }

  @Test
  void shouldNameTheLineThatWasTamperedWith() throws IOException {
    run("keys", "create", "--role", "reader");
    run("keys", "create", "--role", "admin");
    assertThat(run("audit", "--verify")).isZero();
    assertThat(cli.out()).contains("All 2 lines");
    Path log = folder.resolve("audit.jsonl");
    Files.writeString(log, Files.readString(log).replaceFirst("reader", "nobody"));
    assertThat(run("audit", "--verify", "--json")).isEqualTo(1);
    assertThat(cli.json().get("line").asInt()).isEqualTo(1);
    assertThat(run("audit", "--verify")).isEqualTo(1);
    assertThat(cli.out()).contains("Line 1 ");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.toString()));
    return cli.run(all.toArray(String[]::new));
  }
}
