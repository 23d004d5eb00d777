package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A graph that Clew exported as GEXF 1.3. */
final class GexfReader extends XmlGraphReader {
  GexfReader() {
    super("gexf");
  }

  @Override
  XmlReading.Handler elements(String file, ExportedGraph graph) {
    return new Elements(file, graph);
  }

  private record Declared(String name, String type) {}

  private static final class Elements implements XmlReading.Handler {
    private final String file;
    private final ExportedGraph graph;
    private final Map<String, Declared> declared = new HashMap<>();
    private String owner = "";
    private @Nullable XmlRecord open;

    Elements(String file, ExportedGraph graph) {
      this.file = file;
      this.graph = graph;
    }

    @Override
    public void start(String name, Function<String, String> attributes, long line) {
      switch (name) {
        case "attributes" -> owner = attributes.apply("class");
        case "attribute" ->
            declared.put(
                owner + " " + attributes.apply("id"),
                new Declared(attributes.apply("title"), attributes.apply("type")));
        case "node", "edge" -> {
          owner = name;
          open = XmlRecord.start(file, attributes, line);
        }
        case "attvalue" -> value(attributes.apply("for"), attributes.apply("value"));
        default -> {}
      }
    }

    private void value(String id, String text) {
      if (open != null) {
        Declared known = declared.getOrDefault(owner + " " + id, new Declared(id, "string"));
        open.values().add(known.name(), known.type(), text);
      }
    }

    @Override
    public void end(String name, String text) {
      XmlRecord element = open;
      if (element != null && name.equals("node")) {
        element.stateNode(graph, element.id(), element.values().take("kind"));
      } else if (element != null && name.equals("edge")) {
        String type = element.values().take("kind");
        element.stateEdge(graph, element.from(), type, element.to());
      } else {
        return;
      }
      open = null;
    }
  }
}
