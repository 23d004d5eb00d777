package org.clew.api.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clew.model.entity.Attribute;
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
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads exports back by what {@code docs/exports.md} says, to show that nothing is lost. */
final class ExportReaders {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Source> sources = new ArrayList<>();
  private final List<StatedEntity> entities = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  private ExportReaders() {}

  static Facts graphml(byte[] document) throws Exception {
    ExportReaders readers = new ExportReaders();
    Element root = root(document);
    Map<String, Element> keys = new HashMap<>();
    elements(root, "key").forEach(key -> keys.put(key.getAttribute("id"), key));
    for (Element node : elements(root, "node")) {
      Map<String, Object> data = data(node, keys);
      if (String.valueOf(data.get("labels")).contains("Source")) {
        readers.source(String.valueOf(data.get("id")), data);
      }
    }
    for (Element edge : elements(root, "edge")) {
      Map<String, Object> data = data(edge, keys);
      String type = String.valueOf(data.remove("label"));
      data.remove("weight");
      readers.edge(attribute(edge, "source"), type, attribute(edge, "target"), data);
    }
    return readers.facts();
  }

  static Facts gexf(byte[] document) throws Exception {
    ExportReaders readers = new ExportReaders();
    Element root = root(document);
    for (Element node : elements(root, "node")) {
      Map<String, Object> values = values(node);
      if ("Source".equals(values.remove("kind"))) {
        readers.source(attribute(node, "id"), values);
      }
    }
    for (Element edge : elements(root, "edge")) {
      Map<String, Object> values = values(edge);
      String type = String.valueOf(values.remove("kind"));
      readers.edge(attribute(edge, "source"), type, attribute(edge, "target"), values);
    }
    return readers.facts();
  }

  static Facts json(byte[] document) throws IOException {
    ExportReaders readers = new ExportReaders();
    JsonNode graph = MAPPER.readTree(document);
    for (JsonNode source : graph.get("sources")) {
      readers.source(source.get("id").asText(), map(source));
    }
    for (JsonNode statement : graph.get("statements")) {
      Map<String, Object> properties = map(statement.get("attributes"));
      properties.put("name", statement.get("name").asText());
      properties.put("evidence", strings(map(statement).get("evidence")));
      readers.statement(
          statement.get("entity").asText(), statement.get("statedIn").asText(), properties);
    }
    for (JsonNode link : graph.get("links")) {
      Map<String, Object> properties = map(link);
      properties.put("source", link.get("statedIn").asText());
      readers.edge(
          link.get("source").asText(),
          link.get("type").asText(),
          link.get("target").asText(),
          properties);
    }
    return readers.facts();
  }

  static Facts csv(byte[] archive) throws IOException {
    ExportReaders readers = new ExportReaders();
    Map<String, String> files = CsvFiles.texts(archive);
    for (Map<String, String> row : CsvFiles.rows(files.get("sources.csv"))) {
      readers.source(String.valueOf(row.get("id")), cells(row, "derivesFrom"));
    }
    for (Map<String, String> row : CsvFiles.rows(files.get("entities.csv"))) {
      Map<String, Object> properties = cells(row, "evidence", "formerHandles", "techniques");
      String id = String.valueOf(properties.remove("id"));
      readers.statement(id, String.valueOf(properties.remove("source")), properties);
    }
    for (Map<String, String> row : CsvFiles.rows(files.get("links.csv"))) {
      Map<String, Object> properties = cells(row, "evidence");
      if (properties.containsKey("kind")) {
        properties.put("evidenceKind", properties.get("kind"));
      }
      readers.edge(row.get("from"), row.get("type"), row.get("to"), properties);
    }
    return readers.facts();
  }

  private Facts facts() {
    sources.sort(Comparator.comparing(Source::id));
    return new Facts(sources, entities, links);
  }

  private void source(String id, Map<String, Object> properties) {
    sources.add(
        new Source(
            new EntityId(id),
            String.valueOf(properties.get("title")),
            text(properties, "publisher"),
            date(properties, "date"),
            Grade.parse(String.valueOf(properties.get("grade"))),
            text(properties, "licence"),
            text(properties, "url"),
            text(properties, "sha256"),
            text(properties, "file"),
            text(properties, "format"),
            strings(properties.get("derivesFrom")).stream().map(EntityId::new).toList()));
  }

  private void edge(
      @Nullable String from, @Nullable String type, @Nullable String to, Map<String, Object> data) {
    if ("STATED_IN".equals(type)) {
      statement(String.valueOf(from), String.valueOf(to), data);
      return;
    }
    String grade = text(data, "grade");
    links.add(
        new Link(
            new EntityId(String.valueOf(from)),
            LinkType.valueOf(String.valueOf(type)),
            new EntityId(String.valueOf(to)),
            new EntityId(String.valueOf(data.get("source"))),
            date(data, "firstSeen"),
            date(data, "lastSeen"),
            Long.parseLong(String.valueOf(data.get("count"))),
            Basis.ofWord(String.valueOf(data.get("basis"))),
            text(data, "evidenceKind"),
            grade == null ? null : Grade.parse(grade),
            strings(data.get("evidence")),
            text(data, "note")));
  }

  private void statement(String entity, String source, Map<String, Object> properties) {
    TreeMap<String, Object> attributes = new TreeMap<>(properties);
    List<String> evidence = strings(attributes.remove("evidence"));
    String name = String.valueOf(attributes.remove("name"));
    attributes.replaceAll(ExportReaders::typed);
    entities.add(
        new StatedEntity(
            new Entity(new EntityId(entity), name, attributes), new EntityId(source), evidence));
  }

  private static Object typed(String name, Object value) {
    String text = value.toString();
    return switch (Attribute.ofKey(name).orElseThrow()) {
      case FOLLOWERS -> Long.valueOf(text);
      case LATITUDE -> Double.valueOf(text);
      case SHORTENER -> Boolean.valueOf(text);
      case FORMER_HANDLES -> strings(value);
      default -> value;
    };
  }

  private static List<String> strings(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    try {
      return value == null
          ? List.of()
          : List.of(MAPPER.readValue(value.toString(), String[].class));
    } catch (IOException e) {
      throw new IllegalArgumentException(value.toString(), e);
    }
  }

  private static Map<String, Object> cells(Map<String, String> row, String... lists) {
    Map<String, Object> cells = new HashMap<>(row);
    for (String list : lists) {
      cells.computeIfPresent(list, (name, cell) -> CsvFiles.list(cell.toString()));
    }
    return cells;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(JsonNode node) {
    return MAPPER.convertValue(node, Map.class);
  }

  private static @Nullable String text(Map<String, Object> properties, String name) {
    Object value = properties.get(name);
    return value == null ? null : value.toString();
  }

  private static @Nullable PartialDate date(Map<String, Object> properties, String name) {
    String text = text(properties, name);
    return text == null ? null : new PartialDate(text);
  }

  private static Map<String, Object> data(Element owner, Map<String, Element> keys) {
    Map<String, Object> data = new HashMap<>();
    for (Element value : elements(owner, "data")) {
      Element key = keys.get(value.getAttribute("key"));
      data.put(key.getAttribute("attr.name"), XmlEscapes.decode(value.getTextContent()));
    }
    return data;
  }

  private static Map<String, Object> values(Element owner) {
    Map<String, Object> values = new HashMap<>();
    for (Element value : elements(owner, "attvalue")) {
      values.put(value.getAttribute("for"), attribute(value, "value"));
    }
    return values;
  }

  private static String attribute(Element element, String name) {
    return XmlEscapes.decode(element.getAttribute(name));
  }

  private static Element root(byte[] document) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document))
        .getDocumentElement();
  }

  private static List<Element> elements(Element owner, String name) {
    NodeList nodes = owner.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
