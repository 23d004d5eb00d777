package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.clew.api.cli.CliRun;
import org.clew.api.export.ExportFormat;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.GraphRebuild;
import org.clew.loader.ingest.LoadListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteRoutesTest {
  private static final String HOSTILE =
      "=cmd()|' /C calc'!A0 <script>alert(1)</script> \u202Egnp\u0007 {{7*7}} ünï 🙂";

  @TempDir private Path folder;
  private GraphStore store;
  private HttpServer server;
  private Client client;
  private CliRun cli;

  @BeforeEach
  void start() {
    store = SampleGraph.load();
    server = HttpServer.start(store, new DataFolder(folder), "127.0.0.1", 0);
    client = new Client(server.uri());
    cli = new CliRun(store, folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldShowANoteWithWhatItIsAboutAndTakeItBack() {
    String before = export(ExportFormat.JSON);
    JsonNode note = add("cluster:case:liberty", "One desk, three shifts.", "inauthentic");
    String id = note.get("id").asText();
    assertThat(id).matches("note-[0-9a-f]{16}");
    assertThat(note.get("by").asText()).isEqualTo("R. Analyst");

    assertThat(ok("/api/v1/notes/" + id)).isEqualTo(note);
    assertThat(ok("/api/v1/notes").get("items")).containsExactly(note);
    assertThat(ok("/api/v1/notes?about=Liberty%20network").get("items")).containsExactly(note);
    assertThat(ok("/api/v1/notes?about=liberty.example").get("items")).isEmpty();
    assertThat(ok("/api/v1/clusters/cluster:case:liberty").get("notes")).containsExactly(note);
    JsonNode entity = ok("/api/v1/entities/cluster:case:liberty");
    assertThat(entity.get("notes")).containsExactly(note);
    assertThat(entity.get("attributes").has("assessment")).isFalse();
    assertThat(cli("cluster", "cluster:case:liberty"))
        .contains("assessed as inauthentic: One desk, three shifts. (R. Analyst, ");

    assertThat(delete("/api/v1/notes/" + id).statusCode()).isEqualTo(200);
    assertThat(delete("/api/v1/notes/" + id).statusCode()).isEqualTo(404);
    assertThat(ok("/api/v1/notes").get("items")).isEmpty();
    assertThat(export(ExportFormat.JSON)).isEqualTo(before);
  }

  @Test
  void shouldShowANoteOnALinkWithThatLinkAlone() {
    JsonNode links = ok("/api/v1/entities/liberty.example/links?direction=out").get("items");
    String link = links.get(0).get("id").asText();
    String other = links.get(1).get("id").asText();
    JsonNode note = add(link, "Seen on the page itself.", null);

    assertThat(note.get("link").asText()).isEqualTo(link);
    JsonNode shown = ok("/api/v1/links/" + link);
    assertThat(shown.get("from").asText()).isEqualTo("domain:liberty.example");
    assertThat(shown.get("notes")).containsExactly(note);
    assertThat(ok("/api/v1/links/" + other).get("notes")).isEmpty();
    assertThat(cli("notes", link)).contains("Seen on the page itself.");
  }

  @Test
  void shouldCountNothingInATrace() {
    JsonNode before = traced();
    add("liberty.example", "Certainly run by Press TV.", "inauthentic");
    add("press tv", "Certainly runs it.", null);
    assertThat(traced()).isEqualTo(before);
  }

  @Test
  void shouldStandInEveryExportAndInARebuiltGraph() {
    String id = add("liberty.example", HOSTILE, "unclear").get("id").asText();
    Stream.of(ExportFormat.values())
        .filter(format -> format != ExportFormat.DOT && format != ExportFormat.SVG)
        .filter(format -> format != ExportFormat.CSV)
        .forEach(format -> assertThat(export(format)).as(format.word()).contains("{{7*7}}"));
    assertThat(export(ExportFormat.HTML))
        .contains("Analysts' notes", "assessed as unclear", "&lt;script&gt;")
        .doesNotContain("<script", "\u202E");
    assertThat(cli("notes")).doesNotContain("\u202E", "\u0007").contains("<script>");

    new GraphRebuild(store, new DataFolder(folder), LoadListener.NONE).run(false);
    assertThat(ok("/api/v1/notes/" + id).get("text").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void shouldKeepANoteOutOfABriefForReadersWhoMayNotSeeIt() {
    assertThat(
            cli.run(
                "note",
                "liberty.example",
                "For us alone.",
                "--tlp",
                "red",
                "--json",
                "--data",
                folder.toString()))
        .isZero();
    assertThat(cli.json().get("tlp").asText()).isEqualTo("red");
    assertThat(export(ExportFormat.HTML)).doesNotContain("For us alone.", "Analysts' notes");
    assertThat(export(ExportFormat.JSON)).contains("For us alone.");
  }

  @Test
  void shouldGoWithAnErasedPerson() {
    add("account:x:666", "Lives in the capital.", null);
    assertThat(cli.run("erase", "account:x:666", "--data", folder.toString())).isZero();
    assertThat(ok("/api/v1/notes").get("items")).isEmpty();
    assertThat(cli("export", "--all")).doesNotContain("account:x:666", "Lives in the capital");
  }

  @Test
  void shouldRefuseWhatIsNoNote() {
    refused("{\"about\": \"liberty.example\"}", "1 to 10000 characters");
    refused("{\"text\": \"x\"}", "Say what the note is about");
    refused("{\"about\": \"source:report\", \"text\": \"x\"}", "not about a source");
    refused("{\"about\": \"liberty.example\", \"text\": \"x\", \"assess\": \"evil\"}", "unclear");
    refused(
        "{\"about\": \"liberty.example\", \"text\": \"x\", \"tlp\": \"blue\"}", "Traffic Light");
    refused("{\"about\": \"liberty.example\", \"note\": \"x\"}", "There is no field 'note'");
    assertThat(delete("/api/v1/notes/report").statusCode()).isEqualTo(404);
    assertThat(delete("/api/v1/notes/source:report").statusCode()).isEqualTo(404);
    assertThat(cli.run("note", "liberty.example")).isEqualTo(2);
    assertThat(cli.run("note", "liberty.example", "x", "--remove", "note-1")).isEqualTo(2);
    assertThat(GraphWriter.of(store).isComplete("sample")).isTrue();
  }

  private JsonNode traced() {
    HttpResponse<String> answer =
        client.post("/api/v1/traces", "{\"from\": \"liberty.example\", \"to\": \"press tv\"}");
    ObjectNode trace = (ObjectNode) Client.json(answer);
    assertThat(trace.get("chains")).isNotEmpty();
    trace.remove("graphVersion");
    return trace;
  }

  private void refused(String body, String sentence) {
    HttpResponse<String> answer = client.post("/api/v1/notes", body);
    assertThat(answer.statusCode()).as(body).isEqualTo(400);
    assertThat(Client.json(answer).get("detail").asText()).contains(sentence);
  }

  private JsonNode add(String about, String text, String assess) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("about", about).put("text", text).put("by", "R. Analyst");
    if (assess != null) {
      body.put("assess", assess);
    }
    HttpResponse<String> answer = client.post("/api/v1/notes", body.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Client.json(answer);
  }

  private JsonNode ok(String path) {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Client.json(answer);
  }

  private HttpResponse<String> delete(String path) {
    return client.send(client.request(path).DELETE().build());
  }

  private String export(ExportFormat format) {
    return cli("export", "liberty.example", "--format", format.word());
  }

  private String cli(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.toString();
    assertThat(cli.run(all)).as(cli.err()).isZero();
    return cli.out();
  }
}
