package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clew.api.attribution.GraphAttributions;
import org.clew.api.ingest.DemoCases;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.LoadListener;
import org.clew.loader.ingest.LoadRun;
import org.clew.model.entity.EntityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture and the brief as documents. */
class PictureExportTest {
  private static final EntityId LIBERTY = EntityId.cluster("case", "liberty-front-press");

  @TempDir Path folder = Path.of("unset");

  @ParameterizedTest
  @EnumSource(names = {"SVG", "HTML"})
  void shouldBeXmlInWhichHostileNamesAreText(ExportFormat format) throws Exception {
    GraphStore store = TestGraph.empty();
    HostileGraph.write(store, 11);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport.write(new Subgraphs(store), Subgraph.ALL, format, ExportOptions.DEFAULT, out);

    Document document = parse(out.toByteArray());
    shouldHoldNothingThatRuns(document);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(text).doesNotContain("\u202e", "\u2066", "\u0000");
  }

  @Test
  void shouldDrawTheSampleFromAccountsToOutlets() throws Exception {
    Document svg = parse(SampleGraph.export(ExportFormat.SVG));

    List<String> texts = texts(svg, "text");
    assertThat(texts).contains("ACCOUNTS", "DOMAINS", "OUTLETS", "Press TV", "Liberty");
    assertThat(texts).anyMatch(text -> text.contains("6 entities, 5 links"));
    assertThat(texts).anyMatch(text -> text.contains("Latest date in the data: 2019"));
    assertThat(texts).anyMatch(text -> text.startsWith("[1] ") && text.contains("(grade"));
    assertThat(texts).anyMatch(text -> text.contains("links to ["));
    assertThat(texts).anyMatch(text -> text.contains(SvgWriter.CAVEAT));
    assertThat(left(svg, "Liberty")).isLessThan(left(svg, "=HYPERLINK(1)"));
    assertThat(left(svg, "=HYPERLINK(1)")).isLessThan(left(svg, "Press TV"));
  }

  @Test
  void shouldSayThatALargePictureIsCut() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport export = GraphExport.writer(ExportFormat.SVG, out);
    List<EntityId> sites = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      sites.add(EntityId.domain(String.format(Locale.ROOT, "site%03d.org", i)));
    }
    sites.forEach(id -> export.entity(new EntityView(id, id.local(), new TreeMap<>())));
    for (int i = 0; i + 1 < sites.size(); i++) {
      export.link(SampleGraph.linked(sites.get(i), sites.get(i + 1)));
    }
    export.end();

    assertThat(texts(parse(out.toByteArray()), "text"))
        .contains("Cut: 300 of 400 entities are drawn, those with the most neighbours.");
  }

  @Test
  void shouldBundleWhatIsLinkedAlike() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport export = GraphExport.writer(ExportFormat.SVG, out);
    EntityId site = EntityId.domain("hub.org");
    List<EntityId> accounts = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      accounts.add(EntityId.account("x", String.valueOf(100 + i)));
    }
    accounts.forEach(id -> export.entity(new EntityView(id, id.local(), new TreeMap<>())));
    export.entity(new EntityView(site, "hub.org", new TreeMap<>()));
    accounts.forEach(id -> export.link(SampleGraph.linked(id, site)));
    export.end();

    assertThat(texts(parse(out.toByteArray()), "text"))
        .contains("31 accounts", "hub.org")
        .noneMatch(text -> text.startsWith("Cut"));
  }

  @Test
  void shouldLeaveRoomForLinksAndLabelsSoThatNoneIsCutOrCovered() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport export = GraphExport.writer(ExportFormat.SVG, out);
    List<EntityId> row =
        List.of(
            EntityId.account("x", "1"),
            EntityId.domain("a.org"),
            EntityId.indicator("tracker/ga", "UA-1"),
            EntityId.organization("one"),
            EntityId.state("IR"),
            EntityId.state("RU"),
            EntityId.state("CN"));
    row.forEach(
        id -> export.entity(new EntityView(id, "W".repeat(40) + id.local(), new TreeMap<>())));
    for (EntityId from : row) {
      row.stream()
          .filter(to -> row.indexOf(to) > row.indexOf(from))
          .forEach(to -> export.link(SampleGraph.linked(from, to)));
    }
    export.end();

    Document svg = parse(out.toByteArray());
    double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    NodeList paths = svg.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      String[] numbers = ((Element) paths.item(i)).getAttribute("d").split("[^0-9.]+");
      assertThat(numbers)
          .filteredOn(number -> !number.isEmpty())
          .allMatch(number -> Double.parseDouble(number) < width);
    }
    Set<String> places = new HashSet<>();
    NodeList labels = svg.getElementsByTagName("text");
    for (int i = 0; i < labels.getLength(); i++) {
      Element label = (Element) labels.item(i);
      assertThat(places.add(label.getAttribute("x") + " " + label.getAttribute("y")))
          .as(label.getTextContent())
          .isTrue();
    }
  }

  @Test
  void shouldLeadABriefWithTheVerdictAndShowItsChains() throws Exception {
    GraphStore store = cases();
    byte[] brief = subject(store, LIBERTY, ExportFormat.HTML);

    Document html = parse(brief);
    shouldHoldNothingThatRuns(html);
    String text = html.getDocumentElement().getTextContent();
    assertThat(text).contains(SvgWriter.CAVEAT, "Confidence", "graph version");
    assertThat(texts(html, "h2"))
        .containsSubsequence(
            "What carries it",
            "What would change it",
            "Chains of evidence",
            "Picture",
            "Sources",
            "Method");
    assertThat(text.indexOf("Confidence:")).isLessThan(text.indexOf("What carries it"));
    assertThat(texts(html, "li")).noneMatch(item -> item.contains("source:fireeye"));
    assertThat(html.getElementsByTagName("svg").getLength()).isOne();
    assertThat(new String(brief, StandardCharsets.UTF_8))
        .startsWith("<!DOCTYPE html>\n<html")
        .contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    assertThat(subject(store, LIBERTY, ExportFormat.HTML)).isEqualTo(brief);
  }

  @Test
  void shouldSummariseAPartWithoutASubject() throws Exception {
    Document html = parse(SampleGraph.export(ExportFormat.HTML));
    assertThat(texts(html, "h2")).containsExactly("Picture", "Entities", "Links", "Sources");
    assertThat(texts(html, "td")).contains("Press TV", "A reporthttps://example.com/report", "B2");
    assertThat(texts(html, "li")).anyMatch(text -> text.contains("links to"));
  }

  private GraphStore cases() {
    GraphStore store = TestGraph.empty();
    DemoCases.load(new LoadRun(store, new DataFolder(folder.resolve("cases")), LoadListener.NONE));
    return store;
  }

  private static byte[] subject(GraphStore store, EntityId subject, ExportFormat format) {
    Subgraphs graph = new Subgraphs(store);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SubjectExport(graph, new GraphAttributions(store, new DataFolder(Path.of("unset"))))
        .write(graph.around(Set.of(subject), 1, 1_000), subject, format, out);
    return out.toByteArray();
  }

  private static void shouldHoldNothingThatRuns(Document document) {
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.getTagName())
          .isNotIn("script", "a", "iframe", "object", "image", "img", "use", "link", "form");
      for (int k = 0; k < element.getAttributes().getLength(); k++) {
        assertThat(element.getAttributes().item(k).getNodeName())
            .doesNotStartWith("on")
            .isNotIn("href", "src", "xlink:href", "style");
      }
    }
  }

  private static double left(Document svg, String label) {
    NodeList all = svg.getElementsByTagName("text");
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i).getTextContent().equals(label)) {
        return Double.parseDouble(((Element) all.item(i)).getAttribute("x"));
      }
    }
    throw new AssertionError(label + " is not in the picture");
  }

  private static List<String> texts(Document document, String element) {
    List<String> texts = new ArrayList<>();
    NodeList all = document.getElementsByTagName(element);
    for (int i = 0; i < all.getLength(); i++) {
      texts.add(all.item(i).getTextContent());
    }
    return texts;
  }

  private static Document parse(byte[] document) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document));
  }
}
