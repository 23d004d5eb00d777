package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportRoundTripTest {
  private static final EntityId SITE = EntityId.domain("example.org");
  private static final EntityId HANDLE = EntityId.accountByHandle("x", "someone");
  private static final EntityId TRACKER = EntityId.indicator("tracker/ga", "UA-1");
  private static final EntityId GOOD = EntityId.source("good");
  private static final EntityId POOR = EntityId.source("poor");
  private static final String HOSTILE =
      "'} ) DETACH DELETE n // \\u0027 \\\\u0027 \\ \" ` \r\n\t\u0001\u2028\u200c = 😀 _x0041_";

  private GraphStore store;

  @BeforeEach
  void fillGraph() {
    store = TestGraph.empty();
    GraphWriter.of(store).write(facts(), "key", GraphWriter.Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void shouldWriteTheSameBytesAgain(ExportFormat format) {
    assertThat(export(format)).isNotEmpty().isEqualTo(export(format));
  }

  @Test
  void shouldRebuildTheGraphFromGraphml() throws Exception {
    Facts read = ExportReaders.graphml(export(ExportFormat.GRAPHML));
    shouldBeTheSameAfter(() -> load(read));
  }

  @Test
  void shouldRebuildTheGraphFromGexf() throws Exception {
    Facts read = ExportReaders.gexf(export(ExportFormat.GEXF));
    shouldBeTheSameAfter(() -> load(read));
  }

  @Test
  void shouldRebuildTheGraphFromJson() throws Exception {
    Facts read = ExportReaders.json(export(ExportFormat.JSON));
    shouldBeTheSameAfter(() -> load(read));
  }

  @Test
  void shouldRebuildTheGraphFromCsv() throws Exception {
    Facts read = ExportReaders.csv(export(ExportFormat.CSV));
    shouldBeTheSameAfter(() -> load(read));
  }

  @Test
  void shouldRebuildTheGraphFromAScriptHoweverOftenItRuns() {
    String script = new String(export(ExportFormat.CYPHER), StandardCharsets.UTF_8);
    List<String> statements = script.lines().map(line -> line.replaceFirst(";$", "")).toList();
    shouldBeTheSameAfter(
        () -> {
          statements.forEach(statement -> store.execute(statement, Map.of()));
          statements.forEach(statement -> store.execute(statement, Map.of()));
        });
  }

  @Test
  void shouldExportAPartWithTheSourcesItCites() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Subgraphs graph = new Subgraphs(store);
    Subgraph part = new Subgraph(Set.of(SITE, TRACKER), "Only the first 2 entities are included.");
    GraphExport.write(graph, part, ExportFormat.JSON, ExportOptions.DEFAULT, out);

    Facts read = ExportReaders.json(out.toByteArray());
    assertThat(read.entities()).extracting(e -> e.entity().id()).containsOnly(SITE, TRACKER);
    assertThat(read.links()).hasSize(2);
    assertThat(read.sources()).extracting(Source::id).containsExactly(GOOD, POOR);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Only the first 2 entities");
  }

  @Test
  void shouldExportTheSourcesThatTheSourcesOfAPartDeriveFrom() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Subgraph part = new Subgraph(Set.of(HANDLE, POOR), null);
    GraphExport.write(new Subgraphs(store), part, ExportFormat.JSON, ExportOptions.DEFAULT, out);

    Facts read = ExportReaders.json(out.toByteArray());
    assertThat(read.entities()).extracting(StatedEntity::source).containsExactly(POOR);
    assertThat(read.sources()).extracting(Source::id).containsExactly(GOOD, POOR);
  }

  private void shouldBeTheSameAfter(Runnable rebuild) {
    List<String> before = GraphDump.of(store);
    TestGraph.empty();
    rebuild.run();
    assertThat(GraphDump.of(store)).isEqualTo(before);
  }

  private void load(Facts facts) {
    GraphWriter.of(store).write(facts, "again", GraphWriter.Progress.NONE);
  }

  private byte[] export(ExportFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport.write(new Subgraphs(store), Subgraph.ALL, format, ExportOptions.DEFAULT, out);
    return out.toByteArray();
  }

  private static Facts facts() {
    List<StatedEntity> entities = new ArrayList<>();
    entities.add(
        new StatedEntity(
            Entity.of(
                SITE,
                HOSTILE,
                Map.of("latitude", -1.5, "note", HOSTILE, "shortener", true, "country", "IR")),
            GOOD,
            List.of("a.csv:2", "b|c\\")));
    entities.add(new StatedEntity(Entity.of(SITE, "Poor name"), POOR, List.of()));
    entities.add(
        new StatedEntity(
            Entity.of(
                HANDLE, "-someone", Map.of("followers", 12L, "formerHandles", List.of("|", "=b"))),
            POOR,
            List.of()));
    entities.add(new StatedEntity(Entity.of(TRACKER, "UA-1"), GOOD, List.of()));
    return new Facts(sources(), entities, links());
  }

  private static List<Link> links() {
    return List.of(
        Link.of(SITE, LinkType.USES, TRACKER, GOOD, Basis.OBSERVED, "a.csv:2"),
        new Link(
            SITE,
            LinkType.USES,
            TRACKER,
            POOR,
            new PartialDate("2017"),
            new PartialDate("2018-08-21T10:15:00Z"),
            31,
            Basis.REPORTED,
            "tracker/ga4",
            Grade.parse("C3"),
            List.of(),
            HOSTILE),
        Link.of(HANDLE, LinkType.LINKS_TO, SITE, POOR, Basis.DERIVED));
  }

  private static List<Source> sources() {
    return List.of(
        new Source(
            GOOD,
            "Good, \"quoted\"",
            "FireEye",
            new PartialDate("2018-08"),
            Grade.parse("A1"),
            "CC0",
            "https://example.com/",
            "ab".repeat(32),
            "a.csv",
            "clew",
            List.of()),
        new Source(
            POOR, "@poor", null, null, Grade.UNKNOWN, null, null, null, null, null, List.of(GOOD)));
  }
}
