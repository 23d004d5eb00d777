package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clew.api.ingest.DemoCases;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.FileReport;
import org.clew.loader.ingest.GraphRebuild;
import org.clew.loader.ingest.LoadListener;
import org.clew.loader.ingest.LoadRun;
import org.clew.loader.ingest.ReadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Clew exports comes back through a load as the same graph, to the last property. */
class LoadedExportTest {
  @TempDir Path folder = Path.of("unset");
  private GraphStore store = TestGraph.empty();

  @BeforeEach
  void emptyGraph() {
    store = TestGraph.empty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAPHML", "GEXF", "JSON", "CYPHER", "STIX"})
  void shouldGiveBackAHostileGraph(ExportFormat format) throws IOException {
    HostileGraph.write(store, 7);
    shouldComeBack(format);
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAPHML", "GEXF", "JSON", "CYPHER", "STIX"})
  void shouldGiveBackThePublishedCases(ExportFormat format) throws IOException {
    DemoCases.load(new LoadRun(store, new DataFolder(folder.resolve("cases")), LoadListener.NONE));
    shouldComeBack(format);
  }

  private void shouldComeBack(ExportFormat format) throws IOException {
    List<String> before = GraphDump.of(store);
    byte[] document = export(format);
    Path file = Files.write(folder.resolve("graph." + format.suffix()), document);
    TestGraph.empty();

    DataFolder data = new DataFolder(folder.resolve("data"));
    FileReport report =
        new LoadRun(store, data, LoadListener.NONE)
            .load(List.of(file), ReadOptions.DEFAULTS)
            .get(0);

    assertThat(report.failure()).isNull();
    assertThat(report.format()).isEqualTo(format.word());
    assertThat(report.firstRejects()).isEmpty();
    assertThat(report.accepted()).isEqualTo(report.rows()).isPositive();
    assertThat(GraphDump.of(store)).isEqualTo(before);
    assertThat(export(format)).isEqualTo(document);
  }

  @Test
  void shouldBeRebuiltFromWhatTheLoadKept() throws IOException {
    HostileGraph.write(store, 3);
    shouldComeBack(ExportFormat.JSON);
    List<String> before = GraphDump.of(store);
    new GraphRebuild(store, new DataFolder(folder.resolve("data")), LoadListener.NONE).run(false);
    assertThat(GraphDump.of(store)).isEqualTo(before);
  }

  private byte[] export(ExportFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport.write(new Subgraphs(store), Subgraph.ALL, format, ExportOptions.DEFAULT, out);
    return out.toByteArray();
  }
}
