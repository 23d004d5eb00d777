package org.clew.cypher.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.cypher.source.GraphVersion;
import org.clew.model.ClewException;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.driver.Value;
import org.neo4j.importer.ImportCommand;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;
import picocli.CommandLine;

class BulkImportTest {
  private static final Facts FACTS = RandomFacts.of(1, 400, 900);
  private static final Facts NOTHING = new Facts(List.of(), List.of(), List.of());

  @TempDir Path folder;

  @Test
  void shouldLeaveWhatTheIncrementalPathLeaves() {
    Facts more = RandomFacts.of(2, 500, 900);
    GraphStore incremental = TestGraph.empty();
    GraphWriter.of(incremental).write(FACTS, "first", GraphWriter.Progress.NONE);
    GraphWriter.of(incremental).write(more, "second", GraphWriter.Progress.NONE);

    assertThat(BulkImport.into(settings(), BulkFacts.of(List.of(FACTS, more)))).isTrue();
    try (GraphStore bulk = GraphStores.open(settings())) {
      complete(bulk, FACTS, "first");
      complete(bulk, more, "second");

      assertThat(GraphDump.of(bulk)).isEqualTo(GraphDump.of(incremental)).hasSizeGreaterThan(2_000);
      assertThat(schema(bulk)).isEqualTo(schema(incremental));
      assertThat(marks(bulk)).isEqualTo(marks(incremental));
    }
  }

  @Test
  void shouldLeaveTheSameThroughCypherAndPastIt() {
    GraphStore store = TestGraph.empty();
    List<Object> past = dumpAfterEach(store, GraphWriter.of(store));
    TestGraph.empty();
    List<Object> through =
        dumpAfterEach(store, new MergeGraphWriter(store, new CypherBatchWriter(store)));

    assertThat(past).isEqualTo(through).hasSizeGreaterThan(2_000);
  }

  /** The first facts come again at the end, over what others say of the same entities. */
  private static List<Object> dumpAfterEach(GraphStore store, GraphWriter writer) {
    List<Object> dumps = new ArrayList<>();
    for (int seed : List.of(1, 2, 3, 1)) {
      writer.write(RandomFacts.of(seed, 300, 500), "load " + seed, GraphWriter.Progress.NONE);
      dumps.addAll(GraphDump.of(store));
    }
    return dumps;
  }

  @Test
  void shouldMergeIntoAStoreAsTheIncrementalPathDoes() {
    GraphStore incremental = TestGraph.empty();
    fillWithMore(incremental);
    long before;
    try (GraphStore store = GraphStores.open(settings())) {
      fillWithMore(store);
      before = GraphVersion.of(store);
    }
    for (int seed = 2; seed < 4; seed++) {
      Facts more = RandomFacts.of(seed, 500, 900);
      String key = "load " + seed;
      GraphWriter.of(incremental).write(more, key, GraphWriter.Progress.NONE);

      assertThat(merge(more)).isTrue();
      try (GraphStore merged = GraphStores.open(settings())) {
        complete(merged, more, key);

        assertThat(GraphVersion.of(merged)).isGreaterThan(before);
        assertThat(GraphDump.of(merged))
            .isEqualTo(GraphDump.of(incremental))
            .hasSizeGreaterThan(2_000);
        assertThat(schema(merged)).isEqualTo(schema(incremental));
        assertThat(marks(merged)).isEqualTo(marks(incremental));
        assertThat(others(merged)).isEqualTo(others(incremental)).hasSize(2);
      }
    }
  }

  @Test
  void shouldKeepWhatTheOwnerHasPutBesideTheStore() throws Exception {
    GraphStores.open(settings()).close();
    Path home = folder.resolve("data/neo4j");
    Path settings = home.resolve("conf/neo4j.conf");
    Path table = home.resolve("import/mine.csv");
    for (Path file : List.of(settings, table)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "db.transaction.timeout=42m");
    }

    assertThat(BulkImport.into(settings(), BulkFacts.of(FACTS))).isTrue();
    GraphStores.open(settings()).close();
    assertThat(merge(FACTS)).isTrue();
    assertThat(settings).hasContent("db.transaction.timeout=42m");
    assertThat(table).hasContent("db.transaction.timeout=42m");
    Files.writeString(settings, "server.directories.data=elsewhere");
    assertThat(BulkImport.isOpenFor(settings())).isFalse();
    assertThat(merge(FACTS)).isFalse();
  }

  @Test
  void shouldNotMergeIntoAStoreInUseOrWithIndexesOfOthers() {
    try (GraphStore store = GraphStores.open(settings())) {
      fillWithMore(store);
      assertThat(merge(FACTS)).isFalse();
      store.execute("CREATE INDEX mine FOR (n:Note) ON (n.text)", Map.of());
    }
    assertThat(merge(FACTS)).isFalse();
    try (GraphStore store = GraphStores.open(settings())) {
      assertThat(others(store)).hasSize(2);
    }
  }

  @Test
  void shouldRefuseToMergeALinkToAnEntityNobodyDescribesAndLeaveTheStoreAsItWas() {
    List<Object> before;
    try (GraphStore store = GraphStores.open(settings())) {
      fillWithMore(store);
      before = GraphDump.of(store);
    }
    Link link =
        Link.of(
            FACTS.entities().get(0).entity().id(),
            LinkType.SAME_AS,
            EntityId.domain("nowhere.example"),
            FACTS.sources().get(0).id(),
            Basis.REPORTED);
    Facts facts = new Facts(List.of(), List.of(), List.of(link));

    assertThatThrownBy(() -> merge(facts))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("nowhere.example");
    try (GraphStore store = GraphStores.open(settings())) {
      assertThat(GraphDump.of(store)).isEqualTo(before);
    }
  }

  @Test
  void shouldReplaceAnEmptyStoreAndRaiseItsVersion() {
    long before;
    try (GraphStore store = GraphStores.open(settings())) {
      GraphWriter.of(store).write(NOTHING, "nothing", GraphWriter.Progress.NONE);
      before = GraphVersion.of(store);
      store.execute("MATCH (l:ClewLoad) DELETE l", Map.of());
    }
    assertThat(BulkImport.into(settings(), BulkFacts.of(FACTS))).isTrue();
    try (GraphStore store = GraphStores.open(settings())) {
      assertThat(GraphVersion.of(store)).isGreaterThan(before);
      assertThat(GraphWriter.of(store).isComplete("nothing")).isFalse();
    }
  }

  @Test
  void shouldLeaveAStoreWithEntitiesOrInUseAlone() {
    List<Object> before;
    try (GraphStore store = GraphStores.open(settings())) {
      GraphWriter.of(store).write(RandomFacts.of(3, 5, 5), "key", GraphWriter.Progress.NONE);
      before = GraphDump.of(store);
      assertThat(BulkImport.into(settings(), BulkFacts.of(FACTS))).isFalse();
    }
    assertThat(BulkImport.into(settings(), BulkFacts.of(FACTS))).isFalse();
    try (GraphStore store = GraphStores.open(settings())) {
      assertThat(GraphDump.of(store)).isEqualTo(before);
    }
  }

  @Test
  void shouldRefuseALinkToAnEntityNobodyDescribesAndLeaveNothingBehind() {
    Link link =
        Link.of(
            FACTS.entities().get(0).entity().id(),
            LinkType.SAME_AS,
            EntityId.domain("nowhere.example"),
            FACTS.sources().get(0).id(),
            Basis.REPORTED);
    Facts facts = new Facts(FACTS.sources(), FACTS.entities(), List.of(link));

    assertThatThrownBy(() -> BulkImport.into(settings(), BulkFacts.of(facts)))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("nowhere.example");
    assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**neo4j*");
  }

  @Test
  void shouldImportWhatCsvCannotSayAndRefuseToWriteItThere() {
    Facts facts = withFormerHandle("x\u001fy");

    assertThatThrownBy(() -> BulkImport.csv(folder.resolve("csv"), BulkFacts.of(facts)))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("cannot be written as CSV");
    assertThat(BulkImport.into(settings(), BulkFacts.of(facts))).isTrue();
    try (GraphStore store = GraphStores.open(settings())) {
      assertThat(
              store.read(
                  "MATCH (d:Domain) RETURN d.formerHandles AS handles",
                  Map.of(),
                  row -> row.get("handles").asList(Value::asString)))
          .containsExactly(List.of("x\u001fy"));
    }
  }

  @Test
  void shouldRefuseAnEntityDescribedInTwoPlaces() {
    StatedEntity stated = FACTS.entities().get(0);
    StatedEntity other = FACTS.entities().get(FACTS.entities().size() - 1);
    Facts facts = new Facts(FACTS.sources(), List.of(stated, other, stated), List.of());

    assertThatThrownBy(() -> BulkImport.into(settings(), BulkFacts.of(facts)))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("'" + stated.entity().id() + "' is described twice");
  }

  @Test
  void shouldWriteFilesThatTheImporterTakes() throws Exception {
    Path home = folder.resolve("elsewhere/neo4j");
    Path csv = folder.resolve("csv");

    List<String> command = BulkImport.csv(csv, BulkFacts.of(FACTS));

    assertThat(command).startsWith("neo4j-admin", "database", "import", "full").contains("neo4j");
    assertThat(command.subList(4, command.size()))
        .isEqualTo(Files.readAllLines(csv.resolve("import.args")));
    Files.createDirectories(home);
    runImporter(home, command.subList(4, command.size()));
    try (GraphStore store = GraphStores.open(StoreSettings.embedded(home.resolveSibling("")))) {
      complete(store, FACTS, "key");
      GraphStore incremental = TestGraph.empty();
      GraphWriter.of(incremental).write(FACTS, "key", GraphWriter.Progress.NONE);

      assertThat(GraphDump.of(store))
          .isEqualTo(GraphDump.of(incremental))
          .hasSizeGreaterThan(1_000);
    }
  }

  private static void runImporter(Path home, List<String> arguments) throws Exception {
    try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        FileSystemAbstraction disk = new DefaultFileSystemAbstraction()) {
      ExecutionContext context =
          new ExecutionContext(home, home.resolve("conf"), silent, silent, disk);
      ImportCommand.Full command = new ImportCommand.Full(context);
      List<String> options = new ArrayList<>(arguments);
      options.add("--report-file=" + home.resolve("import.report"));
      new CommandLine(command).parseArgs(options.toArray(String[]::new));
      command.execute();
    }
  }

  private static Facts withFormerHandle(String handle) {
    Entity entity =
        Entity.of(EntityId.domain("a.example"), "a", Map.of("formerHandles", List.of(handle)));
    StatedEntity stated = new StatedEntity(entity, FACTS.sources().get(0).id(), List.of());
    return new Facts(FACTS.sources(), List.of(stated), List.of());
  }

  private StoreSettings settings() {
    return StoreSettings.embedded(folder.resolve("data"));
  }

  private static void complete(GraphStore store, Facts facts, String key) {
    Facts sources = new Facts(facts.sources(), List.of(), List.of(), facts.measures());
    GraphWriter.of(store).write(sources, key, GraphWriter.Progress.NONE);
  }

  private boolean merge(Facts facts) {
    return BulkImport.merge(settings(), BulkFacts.of(facts), 1, () -> {});
  }

  /** With gaps where something was deleted, an analyst's decision, and what is not Clew's. */
  private static void fillWithMore(GraphStore store) {
    GraphWriter writer = GraphWriter.of(store);
    Facts gone = RandomFacts.of(7, 50, 90);
    writer.write(gone, "gone", GraphWriter.Progress.NONE);
    writer.clear();
    writer.write(FACTS, "first", GraphWriter.Progress.NONE);
    store.execute(
        """
        MATCH ()-[r:SAME_AS]->()
        WITH r ORDER BY r.id LIMIT 20
        SET r.status = 'accepted'
        """,
        Map.of());
    store.execute(
        """
        CREATE (:Note {text: 'a', on: date('2018-08-21'), at: point({x: 1, y: 2}), ok: [true]})
               -[:MEANS {parts: [1, 2], how: duration('P1D')}]->(:Note {text: 'b', share: 0.5})
        """,
        Map.of());
  }

  private static List<String> others(GraphStore store) {
    return store.read(
        """
        MATCH (n:Note)
        RETURN properties(n) AS properties, [(n)-[m:MEANS]->() | properties(m)] AS means
        ORDER BY n.text
        """,
        Map.of(),
        row -> row.asMap().toString());
  }

  private static List<String> schema(GraphStore store) {
    return store.read(
        "SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, owningConstraint RETURN *",
        Map.of(),
        row -> row.asMap().toString());
  }

  private static List<String> marks(GraphStore store) {
    return store.read(
        """
        MATCH (n:ClewMeta|ClewLoad)
        RETURN labels(n) AS labels, n.id AS id, n.sources AS sources, n.schemaVersion AS version
        ORDER BY n.id
        """,
        Map.of(),
        row -> row.asMap().toString());
  }
}
