package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StixWriterTest {
  private JsonNode bundle;

  @BeforeEach
  void read() throws IOException {
    bundle = new ObjectMapper().readTree(SampleGraph.export(ExportFormat.STIX));
  }

  /** The first is the example of STIX 2.1 errata 01; both agree with Python's uuid5. */
  @Test
  void shouldMakeTheIdsOthersMake() {
    assertThat(StixIds.observable("domain-name", new TreeMap<>(Map.of("value", "example.com"))))
        .isEqualTo("domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7");
    assertThat(
            StixIds.observable(
                "user-account",
                new TreeMap<>(
                    Map.of("user_id", "1001", "account_login", "jdoe", "account_type", "unix"))))
        .isEqualTo("user-account--f94d689e-707d-58c3-b803-c720bb6ed096");
  }

  @Test
  void shouldHoldEachObjectOnceAndNoDanglingReference() {
    List<String> ids = objects().map(object -> object.get("id").asText()).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).allMatch(id -> id.matches("[a-z0-9-]+--[0-9a-f-]{36}"));

    Set<String> references = new HashSet<>();
    for (String field : List.of("source_ref", "target_ref", "created_by_ref")) {
      references.addAll(bundle.findValuesAsText(field));
    }
    for (String field : List.of("object_refs", "object_marking_refs")) {
      bundle.findValues(field).forEach(list -> list.forEach(ref -> references.add(ref.asText())));
    }
    assertThat(ids).containsAll(references);
  }

  @Test
  void shouldKeepTheRulesOfTheStandard() {
    assertThat(StixRules.brokenBy(bundle)).isEmpty();
  }

  @Test
  void shouldKeepTheRulesWhateverTheGraphHolds() throws IOException {
    GraphStore store = TestGraph.empty();
    HostileGraph.write(store, 5);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportOptions cut = ExportOptions.DEFAULT.truncated("Only a part.");
    GraphExport.write(new Subgraphs(store), Subgraph.ALL, ExportFormat.STIX, cut, out);
    assertThat(StixRules.brokenBy(new ObjectMapper().readTree(out.toByteArray()))).isEmpty();
  }

  /** Rules that nothing can break would show nothing. */
  @ParameterizedTest
  @CsvSource({
    "spec_version, is not of version",
    "source_ref, has no source_ref",
    "modified, has no modified",
  })
  void shouldSeeARuleBroken(String property, String reason) {
    ofType("relationship").forEach(object -> ((ObjectNode) object).remove(property));
    assertThat(StixRules.brokenBy(bundle)).anyMatch(rule -> rule.contains(reason));
  }

  @Test
  void shouldMapEachKind() {
    JsonNode account = entity("account:x:25073877");
    assertThat(account.get("type").asText()).isEqualTo("user-account");
    assertThat(account.get("account_type").asText()).isEqualTo("twitter");
    assertThat(account.get("user_id").asText()).isEqualTo("25073877");
    assertThat(account.get("account_login").asText()).isEqualTo("someone");
    assertThat(entity("account:x:@cgtn").get("account_login").asText()).isEqualTo("cgtn");
    assertThat(entity("domain:example.org").get("value").asText()).isEqualTo("example.org");
    assertThat(entity("outlet:ir:press-tv").get("type").asText()).isEqualTo("identity");
    JsonNode cluster = entity("cluster:case:liberty");
    assertThat(cluster.get("type").asText()).isEqualTo("campaign");
    assertThat(cluster.get("labels").get(0).asText()).isEqualTo("T0097");
  }

  @Test
  void shouldGroupTheMembersOfACluster() {
    JsonNode grouping = ofType("grouping").get(0);
    assertThat(grouping.get("object_refs"))
        .extracting(JsonNode::asText)
        .containsExactly(
            entity("cluster:case:liberty").get("id").asText(),
            entity("account:x:25073877").get("id").asText());
  }

  @Test
  void shouldGiveRelationshipsConfidenceTimesAndSources() {
    assertThat(ofType("relationship")).hasSize(SampleGraph.LINKS);
    JsonNode graded = relationship("C3");
    assertThat(graded.get("confidence").asInt()).isEqualTo(50);
    assertThat(graded.get("start_time").asText()).isEqualTo("2019-01-01T00:00:00Z");
    assertThat(graded.has("stop_time")).isFalse();
    JsonNode whole = graded.get("external_references").get(0);
    assertThat(whole.get("source_name").asText()).isEqualTo("A report");
    assertThat(whole.get("external_id").asText()).isEqualTo("source:report");
    assertThat(whole.get("url").asText()).isEqualTo("https://example.com/report");
    assertThat(graded.get("external_references").get(2).get("description").asText())
        .isEqualTo("row 2");
  }

  @Test
  void shouldNotJudgeWhatCannotBeJudged() {
    JsonNode ungraded =
        ofType("relationship").stream()
            .filter(r -> extension(r).get("properties").get("source").asText().endsWith("log"))
            .findFirst()
            .orElseThrow();
    assertThat(ungraded.has("confidence")).isFalse();
  }

  @Test
  void shouldKeepInItsExtensionWhatStixHasNoPlaceFor() {
    JsonNode source = ofType("clew-source").get(1);
    assertThat(extension(source).get("properties").get("derivesFrom").get(0).asText())
        .isEqualTo("source:log");
    assertThat(ofType("note")).hasSize(SampleGraph.STATEMENTS);
    assertThat(ofType("note"))
        .extracting(note -> extension(note).get("source_id").asText())
        .contains("source:log", "source:report");
    assertThat(extension(relationship("C3")).get("properties").get("lastSeen").asText())
        .isEqualTo("2018");
    assertThat(ofType("extension-definition")).hasSize(1);
  }

  @Test
  void shouldMarkEveryObjectOfTheGraph() {
    assertThat(objects().filter(object -> object.has("object_marking_refs")))
        .hasSize(
            SampleGraph.SOURCES
                + SampleGraph.ENTITIES
                + SampleGraph.STATEMENTS
                + SampleGraph.LINKS
                + 1);
    JsonNode marking = ofType("marking-definition").get(0);
    assertThat(marking.get("definition").get("tlp").asText()).isEqualTo("amber");
  }

  private JsonNode relationship(String grade) {
    return ofType("relationship").stream()
        .filter(r -> extension(r).get("properties").path("grade").asText().equals(grade))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode entity(String id) {
    return objects()
        .filter(object -> !object.get("type").asText().equals("note"))
        .filter(object -> extension(object).path("entity_id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode extension(JsonNode object) {
    return object.path("extensions").path(StixObject.EXTENSION);
  }

  private List<JsonNode> ofType(String type) {
    return objects().filter(object -> object.get("type").asText().equals(type)).toList();
  }

  private Stream<JsonNode> objects() {
    return StreamSupport.stream(bundle.get("objects").spliterator(), false);
  }
}
