package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GexfWriterTest {
  private Document document;

  @BeforeEach
  void read() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(SampleGraph.export(ExportFormat.GEXF)));
  }

  @Test
  void shouldBeADynamicGraphOfVersion13() {
    Element graph = elements("graph").get(0);
    assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("1.3");
    assertThat(graph.getAttribute("mode")).isEqualTo("dynamic");
    assertThat(graph.getAttribute("timeformat")).isEqualTo("date");
    assertThat(elements("node")).hasSize(SampleGraph.ENTITIES + SampleGraph.SOURCES);
    assertThat(elements("edge")).hasSize(SampleGraph.LINKS + SampleGraph.STATEMENTS);
  }

  @Test
  void shouldTellParallelEdgesApartByKind() {
    assertThat(elements("edge"))
        .extracting(e -> e.getAttribute("source") + e.getAttribute("target") + kind(e))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldIncludeTheFirstAndTheLastDay() {
    Element counted = edgeOf("31");
    assertThat(counted.getAttribute("start")).isEqualTo("2017-01-01");
    assertThat(counted.getAttribute("end")).isEqualTo("2018-08-21");
    Element instant = edgeOf("2");
    assertThat(instant.getAttribute("start")).isEqualTo("2018-08-21");
    assertThat(instant.hasAttribute("end")).isFalse();
  }

  @Test
  void shouldKeepDatesThatMakeNoIntervalAsProperties() {
    Element contradictory =
        elements("edge").stream().filter(e -> "2019".equals(value(e, "firstSeen"))).findAny().get();
    assertThat(contradictory.hasAttribute("start")).isFalse();
    assertThat(value(contradictory, "lastSeen")).isEqualTo("2018");
  }

  @Test
  void shouldKeepLabelsOnOneLineAndNamesAsTheyAre() {
    assertThat(elements("node")).noneMatch(node -> node.getAttribute("label").contains("\n"));
    Element account =
        elements("node").stream()
            .filter(node -> node.getAttribute("id").equals(SampleGraph.ACCOUNT.value()))
            .findAny()
            .get();
    assertThat(XmlEscapes.decode(value(account, "name"))).isEqualTo(SampleGraph.HOSTILE);
  }

  @Test
  void shouldDeclareEveryAttributeItUses() {
    List<String> declared =
        elements("attribute").stream()
            .map(a -> ((Element) a.getParentNode()).getAttribute("class") + a.getAttribute("id"))
            .toList();
    assertThat(elements("attvalue"))
        .extracting(v -> v.getParentNode().getParentNode().getLocalName() + v.getAttribute("for"))
        .isSubsetOf(declared);
  }

  private static String kind(Element edge) {
    return " " + edge.getAttribute("kind");
  }

  private Element edgeOf(String weight) {
    return elements("edge").stream()
        .filter(edge -> edge.getAttribute("weight").equals(weight))
        .findAny()
        .orElseThrow();
  }

  private static String value(Element owner, String name) {
    return children(owner.getElementsByTagNameNS("*", "attvalue")).stream()
        .filter(value -> value.getAttribute("for").equals(name))
        .map(value -> value.getAttribute("value"))
        .findAny()
        .orElse("");
  }

  private List<Element> elements(String name) {
    return children(document.getElementsByTagNameNS("http://gexf.net/1.3", name));
  }

  private static List<Element> children(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
