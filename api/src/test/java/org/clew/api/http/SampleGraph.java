package org.clew.api.http;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.DataFolder;
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

/** A small graph with everything that a route or the page can stumble over. */
final class SampleGraph {
  static final EntityId OUTLET = EntityId.outlet("ir", "press-tv");
  static final EntityId OUTLET_SITE = EntityId.domain("presstv.example");
  static final EntityId SITE = EntityId.domain("liberty.example");
  static final EntityId TRACKER = EntityId.indicator("tracker/ga", "UA-14540629");
  static final EntityId HOSTILE = EntityId.account("x", "666");
  static final EntityId STATE = EntityId.state("IR");
  static final EntityId CLUSTER = EntityId.cluster("case", "liberty");
  static final EntityId REPORT = EntityId.source("report");
  static final EntityId LIST = EntityId.source("list");
  static final String HOSTILE_NAME =
      "<img src=x onerror=\"document.title='pwned'\"> {{7*7}} ' OR 1=1 //";
  static final int FRIENDS = 150;

  /** A data directory that does not exist. */
  static final DataFolder DATA = new DataFolder(Path.of("target", "no-data"));

  private SampleGraph() {}

  static GraphStore load() {
    GraphStore store = TestGraph.empty();
    GraphWriter.of(store).write(facts(), "sample", GraphWriter.Progress.NONE);
    return store;
  }

  private static Facts facts() {
    List<StatedEntity> entities = new ArrayList<>(entities());
    List<Link> links = new ArrayList<>(links());
    for (int i = 0; i < FRIENDS; i++) {
      EntityId friend = EntityId.account("x", "1%03d".formatted(i));
      entities.add(
          stated(friend, "Friend " + i, Map.of("platform", "x", "handle", "friend" + i), REPORT));
      links.add(Link.of(friend, LinkType.LINKS_TO, SITE, REPORT, Basis.OBSERVED, "posts.csv:" + i));
    }
    return new Facts(List.of(source(LIST, "State media list", "A1"), report()), entities, links);
  }

  private static List<StatedEntity> entities() {
    return List.of(
        stated(
            OUTLET,
            "Press TV",
            Map.of("country", "IR", "stateRelation", "state-controlled", "company", "IRIB"),
            LIST),
        stated(OUTLET, "Press TV (English)", Map.of("language", "en"), REPORT),
        stated(
            OUTLET_SITE, "presstv.example", Map.of("registrableDomain", "presstv.example"), LIST),
        stated(SITE, "liberty.example", Map.of("url", "javascript:alert(document.domain)"), REPORT),
        stated(TRACKER, "UA-14540629", Map.of("indicatorKind", "tracker/ga"), REPORT),
        stated(CLUSTER, "Liberty network", Map.of("detector", "case"), REPORT),
        stated(STATE, "Iran", Map.of(), LIST),
        stated(
            HOSTILE,
            HOSTILE_NAME,
            Map.of("platform", "x", "handle", "twin", "url", "data:text/html,<script>1</script>"),
            REPORT),
        stated(EntityId.page("facebook", "77"), "Twin", Map.of("handle", "twin"), REPORT));
  }

  private static List<Link> links() {
    return List.of(
        link(OUTLET, LinkType.PUBLISHES_ON, OUTLET_SITE, LIST, "2007", "2018-08-21", 1),
        link(STATE, LinkType.CONTROLS, OUTLET, LIST, null, null, 1),
        link(SITE, LinkType.USES, TRACKER, REPORT, "2017-05", "2018-01-01", 3),
        link(OUTLET_SITE, LinkType.USES, TRACKER, REPORT, "2016", "2018", 2),
        link(SITE, LinkType.IN_CLUSTER, CLUSTER, REPORT, null, null, 1),
        link(HOSTILE, LinkType.IN_CLUSTER, CLUSTER, REPORT, null, null, 1),
        link(HOSTILE, LinkType.LINKS_TO, SITE, REPORT, "2018-02-03", "2018-02-03", 5),
        link(HOSTILE, LinkType.AMPLIFIES, OUTLET, REPORT, "2018-03-01", "2018-06-01", 41));
  }

  private static StatedEntity stated(
      EntityId id, String name, Map<String, ?> attributes, EntityId source) {
    return new StatedEntity(Entity.of(id, name, attributes), source, List.of("report.csv:7"));
  }

  private static Link link(
      EntityId from,
      LinkType type,
      EntityId to,
      EntityId source,
      String first,
      String last,
      long count) {
    return new Link(
        from,
        type,
        to,
        source,
        first == null ? null : new PartialDate(first),
        last == null ? null : new PartialDate(last),
        count,
        Basis.OBSERVED,
        null,
        null,
        List.of("report.csv:12", "https://example.org/report#p4"),
        null);
  }

  private static Source report() {
    return new Source(
        REPORT,
        "Suspected influence operation",
        "A security company",
        new PartialDate("2018-08-21"),
        Grade.parse("B2"),
        "CC-BY-4.0",
        "https://example.org/report",
        null,
        "report.csv",
        "clew",
        List.of(LIST));
  }

  private static Source source(EntityId id, String title, String grade) {
    return new Source(
        id,
        title,
        null,
        null,
        Grade.parse(grade),
        null,
        "javascript:alert(1)",
        null,
        null,
        null,
        List.of());
  }
}
