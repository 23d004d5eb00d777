package org.clew.loader.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clew.cypher.schema.GraphSchema;
import org.jspecify.annotations.Nullable;

/** A graph that Clew exported as GraphML. */
final class GraphmlReader extends XmlGraphReader {
  GraphmlReader() {
    super("graphml");
  }

  @Override
  XmlReading.Handler elements(String file, ExportedGraph graph) {
    return new Elements(file, graph);
  }

  private record Key(String name, String type) {}

  private static final class Elements implements XmlReading.Handler {
    private final String file;
    private final ExportedGraph graph;
    private final Map<String, Key> keys = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private Key key = new Key("", "");
    private @Nullable XmlRecord open;

    Elements(String file, ExportedGraph graph) {
      this.file = file;
      this.graph = graph;
    }

    @Override
    public void start(String name, Function<String, String> attributes, long line) {
      switch (name) {
        case "key" ->
            keys.put(
                attributes.apply("id"),
                new Key(attributes.apply("attr.name"), attributes.apply("attr.type")));
        case "node", "edge" -> open = XmlRecord.start(file, attributes, line);
        case "data" -> {
          String id = attributes.apply("key");
          key = keys.getOrDefault(id, new Key(id, "string"));
        }
        default -> {}
      }
    }

    @Override
    public void end(String name, String text) {
      XmlRecord element = open;
      if (element == null) {
        return;
      }
      switch (name) {
        case "data" -> element.values().add(key.name(), key.type(), text);
        case "node" -> node(element);
        case "edge" -> edge(element);
        default -> {}
      }
      open = name.equals("node") || name.equals("edge") ? null : element;
    }

    private void node(XmlRecord node) {
      String own = node.values().take(GraphSchema.ID);
      String id = own.isEmpty() ? node.id() : own;
      if (!id.equals(node.id())) {
        ids.put(node.id(), id);
      }
      String kind = kind(node.values().take("labels"));
      node.values().take("label");
      node.stateNode(graph, id, kind);
    }

    private void edge(XmlRecord edge) {
      String type = edge.values().take("label");
      edge.values().take("weight");
      String from = ids.getOrDefault(edge.from(), edge.from());
      String to = ids.getOrDefault(edge.to(), edge.to());
      edge.stateEdge(graph, from, type, to);
    }

    /** The kind among labels such as {@code :Entity:Domain}. */
    private static String kind(String labels) {
      return Arrays.stream(labels.split(":"))
          .filter(label -> !label.isEmpty() && !label.equals(GraphSchema.ENTITY))
          .collect(Collectors.joining(":"));
    }
  }
}
