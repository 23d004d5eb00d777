package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.entity.EntityKind;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** A graph that Clew exported as GEXF 1.3. */
final class GexfReader implements FormatReader {
  @Override
  public String name() {
    return "gexf";
  }

  @Override
  public String fills() {
    return "the whole graph, as it was exported";
  }

  @Override
  public String recognisedBy() {
    return "an XML document with the element gexf";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.text().stripLeading().startsWith("<") && sample.text().contains("<gexf");
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    ExportedGraph graph = new ExportedGraph(sink, options.knownSources());
    XmlReading.read(input, new Elements(input.name(), graph));
    graph.finish();
  }

  private record Declared(String name, String type) {}

  /** A node or an edge that is being read. */
  private record Open(String id, String from, String to, long line, PropertyTexts values) {}

  private static final class Elements implements XmlReading.Handler {
    private final String file;
    private final ExportedGraph graph;
    private final Map<String, Declared> declared = new HashMap<>();
    private String owner = "";
    private @Nullable Open open;

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
          open =
              new Open(
                  attributes.apply("id"),
                  attributes.apply("source"),
                  attributes.apply("target"),
                  line,
                  new PropertyTexts());
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
      Open element = open;
      if (element != null && name.equals("node")) {
        node(element);
      } else if (element != null && name.equals("edge")) {
        edge(element);
      } else {
        return;
      }
      open = null;
    }

    private void node(Open node) {
      String kind = node.values().take("kind");
      if (kind.equals(EntityKind.SOURCE.label())) {
        graph.source(item(node), node.id());
      } else {
        graph.entity(item(node), node.id(), kind);
      }
    }

    private void edge(Open edge) {
      String type = edge.values().take("kind");
      if (type.equals(GraphSchema.STATED_IN)) {
        graph.statement(item(edge), edge.from(), edge.to());
      } else {
        graph.link(item(edge), edge.from(), type, edge.to());
      }
    }

    private GraphRecord item(Open element) {
      return new GraphRecord(file, element.line(), element.values().properties());
    }
  }
}
