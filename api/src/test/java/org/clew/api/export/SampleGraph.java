package org.clew.api.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.export.GraphVisitor;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/** A small graph with hostile names, handed to a visitor in the order a database would. */
final class SampleGraph {
  static final EntityId ACCOUNT = EntityId.account("x", "25073877");
  static final EntityId HANDLE_ONLY = EntityId.accountByHandle("x", "cgtn");
  static final EntityId CLUSTER = EntityId.cluster("case", "liberty");
  static final EntityId DOMAIN = EntityId.domain("example.org");
  static final EntityId TRACKER = EntityId.indicator("tracker/ga", "UA-1");
  static final EntityId OUTLET = EntityId.outlet("ir", "press-tv");
  static final EntityId REPORT = EntityId.source("report");
  static final EntityId LOG = EntityId.source("log");

  static final String HOSTILE =
      "<script>alert(\"1\")</script> & 'x'; \\u0027}) DETACH DELETE n //\r\n\t_x0041_ \u0001 😀 \u200f]]>";

  static final int SOURCES = 2;
  static final int ENTITIES = 6;
  static final int STATEMENTS = 7;
  static final int LINKS = 5;

  private SampleGraph() {}

  static void visit(GraphVisitor visitor) {
    sources(visitor);
    entities(visitor);
    statements(visitor);
    links(visitor);
  }

  /** An account or site that links to a site, as the log says. */
  static LinkView linked(EntityId from, EntityId to) {
    return link(from, LinkType.LINKS_TO, to, LOG, "F6", null, null, 1, null);
  }

  static byte[] export(ExportFormat format) {
    return export(format, ExportOptions.DEFAULT);
  }

  static byte[] export(ExportFormat format, ExportOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport export = GraphExport.writer(format, options, out);
    visit(export);
    export.end();
    return out.toByteArray();
  }

  static String text(ExportFormat format) {
    return new String(export(format), StandardCharsets.UTF_8);
  }

  private static void sources(GraphVisitor visitor) {
    visitor.source(
        new SourceView(
            LOG, "Log", null, null, "F6", null, null, "ab12", "log.csv", "x", List.of(), null));
    visitor.source(
        new SourceView(
            REPORT,
            "A report",
            "FireEye",
            "2018-08-21",
            "B2",
            "CC0",
            "https://example.com/report",
            null,
            null,
            null,
            List.of(LOG.value()),
            null));
  }

  private static void entities(GraphVisitor visitor) {
    visitor.entity(entity(HANDLE_ONLY, "@cgtn", Map.of("handle", "cgtn", "platform", "x")));
    visitor.entity(
        entity(
            ACCOUNT,
            HOSTILE,
            Map.of(
                "handle",
                "someone",
                "followers",
                12L,
                "formerHandles",
                List.of("a|b", "c\\", ""))));
    visitor.entity(entity(CLUSTER, "Liberty", Map.of("techniques", List.of("T0097"))));
    visitor.entity(
        entity(DOMAIN, "=HYPERLINK(1)", Map.of("latitude", -1.5, "shortener", true, "status", 7L)));
    visitor.entity(entity(TRACKER, "UA-1", Map.of("value", "UA-1")));
    visitor.entity(entity(OUTLET, "Press TV", Map.of("country", "IR")));
  }

  private static void statements(GraphVisitor visitor) {
    visitor.statement(HANDLE_ONLY, LOG, stated("@cgtn", Map.of("handle", "cgtn")));
    visitor.statement(
        ACCOUNT,
        LOG,
        stated(
            HOSTILE,
            Map.of("formerHandles", List.of("a|b", "c\\", ""), "evidence", List.of("log.csv:2"))));
    visitor.statement(CLUSTER, REPORT, stated("Liberty", Map.of("techniques", List.of("T0097"))));
    visitor.statement(
        DOMAIN, LOG, stated("=HYPERLINK(1)", Map.of("latitude", -1.5, "evidence", List.of())));
    visitor.statement(DOMAIN, REPORT, stated("example.org", Map.of("note", "-1\n2")));
    visitor.statement(TRACKER, LOG, stated("UA-1", Map.of("value", "UA-1")));
    visitor.statement(OUTLET, REPORT, stated("Press TV", Map.of("country", "IR")));
  }

  private static void links(GraphVisitor visitor) {
    link(visitor, link(ACCOUNT, LinkType.IN_CLUSTER, CLUSTER, REPORT, "B2", null, null, 1, null));
    link(
        visitor,
        link(ACCOUNT, LinkType.LINKS_TO, DOMAIN, LOG, "F6", "2017", "2018-08-21", 31, null));
    link(visitor, link(ACCOUNT, LinkType.LINKS_TO, DOMAIN, REPORT, "C3", "2019", "2018", 1, null));
    link(
        visitor,
        link(HANDLE_ONLY, LinkType.SAME_AS, ACCOUNT, LOG, "F6", null, null, 1, "proposed"));
    link(
        visitor,
        link(DOMAIN, LinkType.USES, TRACKER, LOG, "F6", "2018-08-21T10:15:00Z", null, 2, null));
  }

  /** The grade of a source is no property of a link. */
  private static void link(GraphVisitor visitor, LinkView link) {
    SortedMap<String, Object> properties = GraphProperties.of(link);
    properties.remove("grade", link.source().equals(LOG) ? "F6" : "B2");
    visitor.link(link, properties);
  }

  private static EntityView entity(EntityId id, String name, Map<String, Object> attributes) {
    return new EntityView(id, name, new TreeMap<>(attributes));
  }

  private static SortedMap<String, Object> stated(String name, Map<String, Object> attributes) {
    SortedMap<String, Object> properties = new TreeMap<>(attributes);
    properties.put("name", name);
    return properties;
  }

  private static LinkView link(
      EntityId from,
      LinkType type,
      EntityId to,
      EntityId source,
      String grade,
      @Nullable String firstSeen,
      @Nullable String lastSeen,
      long count,
      @Nullable String status) {
    return new LinkView(
        Link.id(from, type, to, source),
        from,
        from.local(),
        type,
        to,
        to.local(),
        "control",
        source,
        source.local(),
        grade,
        "observed",
        null,
        firstSeen,
        lastSeen,
        count,
        List.of("https://example.com/a|b", "row 2"),
        null,
        status);
  }
}
