package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Clew exports comes back through a load as the same graph, to the last property. */
class LoadedExportTest {
  private static final Set<ExportFormat> LOADABLE =
      EnumSet.of(
          ExportFormat.GRAPHML,
          ExportFormat.GEXF,
          ExportFormat.JSON,
          ExportFormat.CYPHER,
          ExportFormat.STIX);

  private static Original hostile;
  private static Original cases;

  @TempDir Path folder = Path.of("unset");

  /** A graph and its documents, before they are loaded. */
  private record Original(List<String> graph, Map<ExportFormat, byte[]> documents) {
    static Original of(GraphStore store) {
      Map<ExportFormat, byte[]> documents = new EnumMap<>(ExportFormat.class);
      LOADABLE.forEach(format -> documents.put(format, export(store, format)));
      return new Original(GraphDump.of(store), documents);
    }
  }

  @BeforeAll
  static void exportOriginals(@TempDir Path data) throws IOException {
    GraphStore store = TestGraph.empty();
    HostileGraph.write(store, 7);
    hostile = Original.of(store);
    TestGraph.empty();
    DemoCases.load(new LoadRun(store, new DataFolder(data), LoadListener.NONE));
    cases = Original.of(store);
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAPHML", "GEXF", "JSON", "CYPHER", "STIX"})
  void shouldGiveBackAHostileGraph(ExportFormat format) throws IOException {
    shouldComeBack(format, hostile);
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAPHML", "GEXF", "JSON", "CYPHER", "STIX"})
  void shouldGiveBackThePublishedCases(ExportFormat format) throws IOException {
    shouldComeBack(format, cases);
  }

  private void shouldComeBack(ExportFormat format, Original original) throws IOException {
    byte[] document = original.documents().get(format);
    Path file = Files.write(folder.resolve("graph." + format.suffix()), document);
    GraphStore store = TestGraph.empty();

    DataFolder data = new DataFolder(folder.resolve("data"));
    FileReport report =
        new LoadRun(store, data, LoadListener.NONE)
            .load(List.of(file), ReadOptions.DEFAULTS)
            .get(0);

    assertThat(report.failure()).isNull();
    assertThat(report.format()).isEqualTo(format.word());
    assertThat(report.firstRejects()).isEmpty();
    assertThat(report.accepted()).isEqualTo(report.rows()).isPositive();
    assertThat(GraphDump.of(store)).isEqualTo(original.graph());
    assertThat(export(store, format)).isEqualTo(document);
  }

  @Test
  void shouldBeRebuiltFromWhatTheLoadKept() throws IOException {
    GraphStore store = TestGraph.empty();
    HostileGraph.write(store, 3);
    shouldComeBack(ExportFormat.JSON, Original.of(store));
    List<String> before = GraphDump.of(store);
    new GraphRebuild(store, new DataFolder(folder.resolve("data")), LoadListener.NONE).run(false);
    assertThat(GraphDump.of(store)).isEqualTo(before);
  }

  private static byte[] export(GraphStore store, ExportFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport.write(new Subgraphs(store), Subgraph.ALL, format, ExportOptions.DEFAULT, out);
    return out.toByteArray();
  }
}
