package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clew.cypher.TestGraph;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.coordination.DetectionRuns;
import org.clew.cypher.coordination.MeasuredLink;
import org.clew.cypher.coordination.RunFacts;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.model.claim.Claim;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphRebuildTest {
  private static final String HEADER = "tweetid,userid,user_screen_name,tweet_time,urls\n";
  private static final EntityId ANN = new EntityId("account:x:5");
  private static final EntityId RUN = EntityId.source("detection-abc");

  @TempDir Path folder = Path.of("unset");
  private GraphStore store = TestGraph.empty();
  private DataFolder data = new DataFolder(folder);

  @BeforeEach
  void emptyGraph() {
    store = TestGraph.empty();
    data = new DataFolder(folder.resolve("data"));
  }

  private FileReport load(String name, String rows) throws IOException {
    Path file = Files.writeString(folder.resolve(name), HEADER + rows);
    return new LoadRun(store, data, LoadListener.NONE)
        .load(List.of(file), ReadOptions.DEFAULTS)
        .get(0);
  }

  private GraphRebuild rebuild() {
    return new GraphRebuild(store, data, LoadListener.NONE);
  }

  private static RunFacts run() {
    EntityId cluster = new EntityId("cluster:coordination:abc");
    Link link = Link.of(ANN, LinkType.IN_CLUSTER, cluster, RUN, Basis.DERIVED);
    Source source =
        new Source(
            RUN,
            "Detection abc",
            "Clew",
            null,
            new Grade('A', 1),
            null,
            null,
            null,
            null,
            DetectionRuns.RUN_FORMAT,
            List.of());
    StatedEntity found =
        new StatedEntity(Entity.of(cluster, "Cluster abc", Map.of("size", 1L)), RUN, List.of());
    return new RunFacts(
        RUN,
        new TreeMap<>(Map.of("mode", "artifacts", "windowSeconds", 60L, "share", 1.0)),
        new Facts(List.of(source), List.of(found), List.of()),
        List.of(new MeasuredLink(link, new TreeMap<>(Map.of("probability", 0.75)))));
  }

  private List<Map<String, Object>> runLinks() {
    return store.read(
        "MATCH ()-[r {source: $run}]->() RETURN properties(r) AS r ORDER BY r.id",
        Map.of("run", RUN.value()),
        row -> row.get("r").asMap());
  }

  @Test
  void shouldKeepMarksAndDetectionRuns() throws IOException {
    load("a.csv", "1,5,ann,2017-06-22,[https://twitter.com/Bob/status/1]\n");
    new AnalystMarks(store, data).add(ANN, "a bot of ours", "Ada", LocalDate.of(2020, 1, 2));
    new KeptRuns(store, data).write(run(), GraphWriter.Progress.NONE);
    String before = GraphAndLogDump.of(store, data);
    List<Map<String, Object>> links = runLinks();
    assertThat(links)
        .singleElement()
        .satisfies(r -> assertThat(r).containsEntry("probability", 0.75));
    assertThat(before).contains("a bot of ours", "cluster:coordination:abc");

    GraphRebuild.Report report = rebuild().run(false);

    assertThat(report).isEqualTo(new GraphRebuild.Report(2, 1, 0, List.of()));
    assertThat(GraphAndLogDump.of(store, data)).isEqualTo(before);
    assertThat(runLinks()).isEqualTo(links);
    assertThat(new DetectionRuns(store).find(RUN).orElseThrow().parameters())
        .containsEntry("windowSeconds", 60L)
        .containsEntry("share", 1.0);
    new KeptRuns(store, data).remove(RUN);
    assertThat(rebuild().run(false).runs()).isZero();
  }

  @Test
  void shouldRestoreARunWithoutWhatWasUnloadedSince() throws IOException {
    load("a.csv", "1,6,bob,2017-06-22,[]\n");
    FileReport ann = load("b.csv", "2,5,ann,2017-06-22,[]\n");
    new KeptRuns(store, data).write(run(), GraphWriter.Progress.NONE);
    new SourceRemoval(store, data).remove(new EntityId(String.valueOf(ann.source())));
    String before = GraphAndLogDump.of(store, data);

    GraphRebuild.Report report = rebuild().run(false);

    assertThat(report.missing()).isEmpty();
    assertThat(report.runs()).isEqualTo(1);
    assertThat(GraphAndLogDump.of(store, data)).isEqualTo(before);
  }

  @Test
  void shouldNameARunThatItCannotBringBack() throws IOException {
    load("a.csv", "1,5,ann,2017-06-22,[]\n");
    new DetectionRuns(store).write(run(), GraphWriter.Progress.NONE);

    assertThat(rebuild().run(false).missing())
        .singleElement()
        .satisfies(missing -> assertThat(missing.file()).isEqualTo(RUN.value()));
  }

  @Test
  void shouldLeaveTheGraphWhenNothingArchivedIsWhole() throws IOException {
    load("a.csv", "1,5,ann,2017-06-22,[]\n");
    String before = GraphAndLogDump.of(store, data);
    ErasureTest.damage(data.root().resolve("statements").resolve(data.statements().names().get(0)));

    assertThatThrownBy(() -> rebuild().run(false)).hasMessageContaining("the graph stays as it is");
    assertThat(GraphAndLogDump.of(store, data)).isEqualTo(before);
  }

  @Test
  void shouldLeaveASharedGraphThatHoldsMore() throws IOException {
    FileReport ours = load("a.csv", "1,5,ann,2017-06-22,[]\n");
    store.execute("CREATE (:Recipe {name: 'not of Clew'})", Map.of());
    assertThat(rebuild().run(true).loads()).isEqualTo(1);
    DataFolder mine = data;
    data = new DataFolder(folder.resolve("colleague"));
    FileReport theirs = load("b.csv", "2,6,bob,2017-06-22,[]\n");
    data = mine;

    assertThatThrownBy(() -> rebuild().run(true))
        .hasMessageContaining("1 sources that were not loaded from")
        .hasMessageContaining(String.valueOf(theirs.source()));
    assertThat(ours.source()).isNotEqualTo(theirs.source());
    assertThat(store.read("MATCH (n:Recipe) RETURN n.name AS name", Map.of(), row -> row))
        .hasSize(1);
    assertThat(store.read("MATCH (n {id: 'account:x:6'}) RETURN n", Map.of(), row -> row))
        .hasSize(1);
  }

  @Test
  void shouldTakeDecisionsAgainWhenASourceComesBack() throws IOException {
    load("a.csv", "1,5,ann,2017-06-22,[https://twitter.com/Bob/status/1]\n");
    String rows = "2,6,bob,2017-06-22,[https://twitter.com/ann/status/1]\n";
    FileReport b = load("b.csv", rows);
    Claims claims = new Claims(store);
    List<Claim> before = claims.list("", 10);
    Claim decided = claims.decide(before.get(0).id(), Claim.Status.ACCEPTED);
    data.decisions().add(List.of(decided));

    new SourceRemoval(store, data).remove(new EntityId(String.valueOf(b.source())));
    assertThat(claims.list("", 10)).doesNotContain(decided);
    load("b.csv", rows);

    assertThat(claims.list("", 10)).hasSameSizeAs(before).contains(decided);
  }
}
