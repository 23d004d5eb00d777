package org.clew.api.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clew.api.export.HeldGraph.HeldEntity;
import org.clew.api.export.HeldGraph.HeldLink;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;

/** Entities and links of a part that no verdict covers, each with its sources. */
final class BriefSummary {
  private static final int MOST_ENTITIES = 100;
  private static final int MOST_LINKS = 150;

  private final HeldGraph graph;
  private final Citations citations;
  private final XmlOut xml;

  /** Links of several sources that say the same. */
  private record Said(EntityId from, LinkType type, EntityId to, String status) {}

  BriefSummary(HeldGraph graph, Citations citations, XmlOut xml) {
    this.graph = graph;
    this.citations = citations;
    this.xml = xml;
  }

  void write() throws IOException {
    xml.element("h2", "Entities").line();
    xml.element("p", counts()).line();
    entities();
    xml.element("h2", "Links").line();
    links();
  }

  private String counts() {
    if (graph.counts().isEmpty()) {
      return "There are none.";
    }
    return graph.counts().entrySet().stream()
            .map(
                e ->
                    String.format(
                        Locale.ROOT,
                        "%,d %s",
                        e.getValue(),
                        e.getValue() == 1
                            ? PictureKinds.word(e.getKey()).toLowerCase(Locale.ROOT)
                            : PictureKinds.plural(e.getKey())))
            .collect(Collectors.joining(", "))
        + String.format(Locale.ROOT, "; %,d links.", graph.linkCount());
  }

  private void entities() throws IOException {
    xml.start("table").line().start("thead").start("tr");
    for (String heading : List.of("Name", "What it is", "Id", "Sources")) {
      xml.element("th", heading);
    }
    xml.end().end().line().start("tbody").line();
    List<HeldEntity> sorted = new ArrayList<>(graph.entities().values());
    sorted.sort(
        Comparator.comparing((HeldEntity e) -> e.id().kind(), Comparator.reverseOrder())
            .thenComparing(HeldEntity::id));
    for (HeldEntity entity : sorted.subList(0, Math.min(MOST_ENTITIES, sorted.size()))) {
      xml.start("tr").element("td", entity.name()).element("td", entity.detail());
      xml.start("td").token("class", "hash").text(Shown.text(entity.id().value())).end();
      xml.element("td", citations.of(graph.statedIn(entity.id()))).end().line();
    }
    xml.end().end().line();
    more(graph.entityCount() - MOST_ENTITIES, "entities");
  }

  private void links() throws IOException {
    Map<Said, Set<EntityId>> said = new LinkedHashMap<>();
    for (HeldLink link : graph.links()) {
      String status = link.status() == null ? "" : " (claim, " + link.status() + ")";
      said.computeIfAbsent(
              new Said(link.from(), link.type(), link.to(), status), key -> new TreeSet<>())
          .add(link.source());
    }
    xml.start("ul").line();
    int shown = 0;
    for (Map.Entry<Said, Set<EntityId>> each : said.entrySet()) {
      if (++shown > MOST_LINKS) {
        break;
      }
      Said of = each.getKey();
      String verb = of.type().name().replace('_', ' ').toLowerCase(Locale.ROOT);
      xml.start("li").text(graph.name(of.from()) + " ").element("em", verb);
      xml.text(" " + graph.name(of.to()) + of.status() + " " + citations.of(each.getValue()));
      xml.end().line();
    }
    if (said.isEmpty()) {
      xml.element("li", "There are none.");
    }
    xml.end().line();
    more(said.size() - MOST_LINKS, "links");
  }

  private void more(long count, String what) throws IOException {
    if (count > 0) {
      xml.start("p").token("class", "quiet");
      xml.text(
          String.format(
              Locale.ROOT, "… and %,d more %s, which other export formats hold.", count, what));
      xml.end().line();
    }
  }
}
