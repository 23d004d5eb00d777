package org.clew.cypher.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.model.ClewException;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.clew.model.trace.ArrayEvidenceGraph;
import org.clew.model.trace.EvidenceGraph;
import org.clew.model.trace.Member;
import org.clew.model.trace.Trace;
import org.clew.model.trace.TraceParameters;
import org.clew.model.trace.TraceParameters.Selection;
import org.clew.model.trace.Tracer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceSnapshotsTest {
  private static final EntityId SITE = EntityId.domain("site.example");
  private static final EntityId OWN = EntityId.domain("news.example");
  private static final EntityId OUTLET = EntityId.outlet("ir", "news");
  private static final EntityId REPORT = EntityId.source("report");

  private static final int GRAPHS = 12;
  private static final int ASSETS = 12;

  private GraphStore store;

  @BeforeEach
  void fill() {
    store = TestGraph.empty();
    GraphWriter.of(store).write(facts(), "snapshot", GraphWriter.Progress.NONE);
  }

  @Test
  void shouldGiveTheSameTraceFromMemoryAsFromTheDatabase() {
    Trace lazy = trace(new CypherEvidenceGraph(store));

    assertThat(lazy.chains()).isNotEmpty();
    assertThat(trace(new SnapshotReader(store, new Courtesy(0)).read())).isEqualTo(lazy);
  }

  @Test
  void shouldCountAHubWhenItsDegreeIsAskedFor() {
    EvidenceGraph graph = new CypherEvidenceGraph(store);
    int[] hub = {graph.node(OWN)};
    graph.ensure(hub, 2);

    assertThat(graph.isAbove(hub[0], 2)).isTrue();
    assertThat(graph.degree(hub[0])).isEqualTo(4);
    assertThat(graph.isAbove(hub[0], 3)).isTrue();
    assertThat(graph.isAbove(hub[0], 4)).isFalse();
    graph.ensure(hub, 4);
    assertThat(graph.adjacency(hub[0]).size()).isEqualTo(4);
  }

  /** A ceiling that is raised between, as it is for the ends of chains. */
  @Test
  void shouldReadTheLinksOfWhatWasAHubUnderALowerCeiling() {
    EvidenceGraph graph = new CypherEvidenceGraph(store);
    int[] hub = {graph.node(OWN)};
    graph.ensure(hub, 2);
    graph.ensure(hub, 3);
    assertThat(graph.isAbove(hub[0], 3)).isTrue();
    graph.ensure(hub, Integer.MAX_VALUE);

    assertThat(graph.adjacency(hub[0]).size()).isEqualTo(4);
    assertThat(graph.degree(hub[0])).isEqualTo(4);
  }

  @Test
  void shouldSayThatTheGraphWasChangedWhenAHubIsGoneBeforeItIsCounted() {
    EvidenceGraph graph = new CypherEvidenceGraph(store);
    int hub = graph.node(OWN);
    graph.ensure(new int[] {hub}, 2);
    store.execute("MATCH (d:Entity {id: $id}) DETACH DELETE d", Map.of("id", OWN.value()));

    assertThatThrownBy(() -> graph.degree(hub))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("was changed meanwhile near " + OWN);
  }

  /** A trace holds nothing from the one before: what was removed between them is gone. */
  @Test
  void shouldSeeWhatWasChangedBetweenTwoTraces() {
    assertThat(trace(new CypherEvidenceGraph(store)).chains()).isNotEmpty();
    store.execute("MATCH (d:Entity {id: $id}) DETACH DELETE d", Map.of("id", OWN.value()));

    assertThat(trace(new CypherEvidenceGraph(store)).chains()).isEmpty();

    GraphWriter.of(store).write(facts(), "again", GraphWriter.Progress.NONE);
    Trace again = trace(new CypherEvidenceGraph(store));
    assertThat(again.chains()).isNotEmpty();
    assertThat(trace(new SnapshotReader(store, new Courtesy(0)).read())).isEqualTo(again);
  }

  /** Any graph: parallel evidence, cycles, several outlets, rare and common indicators. */
  @Test
  void shouldGiveEqualTracesOverAnyGraph() {
    List<EntityId> outlets = List.of(OUTLET, EntityId.outlet("ru", "other"));
    int chains = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      store = TestGraph.empty();
      GraphWriter.of(store).write(anyFacts(seed, outlets), "any", GraphWriter.Progress.NONE);
      TraceParameters parameters =
          TraceParameters.of(List.of(Member.certain(asset(0)), Member.certain(asset(1))), outlets);
      for (Selection selection : Selection.values()) {
        TraceParameters wanted = parameters.withSelection(selection).withDegreeCeiling(4);
        Trace lazy = trace(new CypherEvidenceGraph(store), wanted);
        assertThat(trace(new SnapshotReader(store, new Courtesy(0)).read(), wanted))
            .as("seed " + seed)
            .isEqualTo(lazy);
        chains += lazy.chains().size();
      }
    }
    assertThat(chains).isGreaterThan(GRAPHS);
  }

  private static Facts anyFacts(int seed, List<EntityId> outlets) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Link> links = new TreeMap<>();
    for (int i = 0; i < outlets.size(); i++) {
      Link own = link(outlets.get(i), LinkType.PUBLISHES_ON, asset(ASSETS + i), null);
      links.put(own.id(), own);
    }
    List<String> kinds =
        List.of("tracker/ga", "registration/email", "payment/wallet", "hosting/name-server");
    for (int i = 0; i < 3 * ASSETS; i++) {
      EntityId asset = asset(random.nextInt(ASSETS + outlets.size()));
      EntityId indicator =
          EntityId.indicator(
              kinds.get(random.nextInt(kinds.size())), "v" + random.nextInt(ASSETS / 2));
      String seen = random.nextBoolean() ? null : "201" + random.nextInt(10);
      Link link = link(asset, LinkType.USES, indicator, seen);
      links.put(link.id(), link);
    }
    List<StatedEntity> entities =
        links.values().stream()
            .flatMap(link -> Stream.of(link.from(), link.to()))
            .distinct()
            .map(EvidenceSnapshotsTest::stated)
            .toList();
    return new Facts(facts().sources(), entities, List.copyOf(links.values()));
  }

  private static EntityId asset(int number) {
    return EntityId.domain("d" + number + ".example");
  }

  @Test
  void shouldReadTheDatabaseUntilTheSnapshotOfThisVersionIsThere() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    try (EvidenceSnapshots snapshots = new EvidenceSnapshots(store, waiting::add, waiting::clear)) {
      assertThat(snapshots.graph()).isInstanceOf(CypherEvidenceGraph.class);
      waiting.remove().run();
      assertThat(snapshots.graph()).isInstanceOf(ArrayEvidenceGraph.class);
      assertThat(waiting).isEmpty();

      GraphWriter.of(store).write(facts(), "again", GraphWriter.Progress.NONE);
      assertThat(snapshots.graph()).isInstanceOf(CypherEvidenceGraph.class);
      waiting.remove().run();
      assertThat(snapshots.graph()).isInstanceOf(ArrayEvidenceGraph.class);
    }
  }

  private static Trace trace(EvidenceGraph graph) {
    return trace(graph, TraceParameters.of(List.of(Member.certain(SITE)), List.of(OUTLET)));
  }

  private static Trace trace(EvidenceGraph graph, TraceParameters parameters) {
    return new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC()).trace(graph, parameters);
  }

  private static Facts facts() {
    List<Source> sources =
        List.of(
            new Source(
                REPORT,
                "Report",
                null,
                new PartialDate("2018-08"),
                Grade.parse("B2"),
                null,
                null,
                null,
                null,
                null,
                List.of()));
    List<Link> links = new ArrayList<>();
    links.add(link(OUTLET, LinkType.PUBLISHES_ON, OWN, null));
    for (String kind : List.of("tracker/ga", "registration/email", "hosting/ip")) {
      EntityId indicator = EntityId.indicator(kind, "shared");
      links.add(link(SITE, LinkType.USES, indicator, "2017-03"));
      links.add(link(OWN, LinkType.USES, indicator, null));
    }
    links.add(link(SITE, LinkType.DECLARES, OUTLET, null));
    List<StatedEntity> entities = new ArrayList<>();
    links.stream()
        .flatMap(link -> List.of(link.from(), link.to()).stream())
        .distinct()
        .forEach(id -> entities.add(stated(id)));
    return new Facts(sources, entities, links);
  }

  private static StatedEntity stated(EntityId id) {
    Map<String, Object> attributes =
        id.local().startsWith("hosting") ? Map.of(Attribute.NOISE.key(), "a list") : Map.of();
    return new StatedEntity(Entity.of(id, "Name of " + id, attributes), REPORT, List.of());
  }

  private static Link link(EntityId from, LinkType type, EntityId to, String seen) {
    return new Link(
        from,
        type,
        to,
        REPORT,
        seen == null ? null : new PartialDate(seen),
        null,
        2,
        Basis.OBSERVED,
        null,
        null,
        List.of("report.html"),
        "A note.");
  }
}
