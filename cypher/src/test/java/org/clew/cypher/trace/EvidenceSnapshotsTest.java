package org.clew.cypher.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
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
import org.clew.model.trace.Tracer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceSnapshotsTest {
  private static final EntityId SITE = EntityId.domain("site.example");
  private static final EntityId OWN = EntityId.domain("news.example");
  private static final EntityId OUTLET = EntityId.outlet("ir", "news");
  private static final EntityId REPORT = EntityId.source("report");

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
    assertThat(trace(new SnapshotReader(store).read())).isEqualTo(lazy);
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
    return new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC())
        .trace(graph, TraceParameters.of(List.of(Member.certain(SITE)), List.of(OUTLET)));
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
