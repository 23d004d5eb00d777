package org.clew.loader.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clew.cypher.schema.GraphSchema;
import org.clew.loader.ingest.JsonObjects.Item;
import org.clew.model.source.Grade;

/** A graph that Clew exported as a node-link document. */
final class GraphJsonReader implements FormatReader {
  private static final String STATED_IN = "statedIn";
  private static final Pattern MARK =
      Pattern.compile("(?s)\\s*\\{\\s*\"format\"\\s*:\\s*\"clew-graph\".*");

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String fills() {
    return "the whole graph, as it was exported";
  }

  @Override
  public String recognisedBy() {
    return "a JSON object with format clew-graph";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean recognises(Sample sample) {
    return MARK.matcher(sample.text()).matches();
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    ExportedGraph graph = new ExportedGraph(sink, options.knownSources());
    JsonObjects.each(
        input, List.of("sources", "nodes", "statements", "links"), sink, item -> add(item, graph));
    graph.finish();
  }

  private static void add(Item item, ExportedGraph graph) {
    Map<String, Object> members = JsonValues.members(item.node());
    switch (item.list()) {
      case "sources" -> graph.source(record(item, members), removed(members, GraphSchema.ID));
      case "nodes" -> {
        String id = removed(members, GraphSchema.ID);
        graph.entity(described(item, members), id, removed(members, "kind"));
      }
      case "statements" -> {
        String entity = removed(members, "entity");
        graph.statement(described(item, members), entity, removed(members, STATED_IN));
      }
      default -> {
        String from = removed(members, GraphSchema.SOURCE);
        String to = removed(members, "target");
        if (members.containsKey(STATED_IN)) {
          members.put(GraphSchema.SOURCE, removed(members, STATED_IN));
        }
        graph.link(record(item, members), from, removed(members, "type"), to);
      }
    }
  }

  private static GraphRecord described(Item item, Map<String, Object> members) {
    JsonNode attributes = item.node().path("attributes");
    Map<String, Object> properties = JsonValues.members(attributes);
    for (String own : List.of(GraphSchema.NAME, GraphSchema.EVIDENCE)) {
      if (members.containsKey(own)) {
        properties.put(own, members.get(own));
      }
    }
    return record(item, properties);
  }

  private static GraphRecord record(Item item, Map<String, Object> properties) {
    return new GraphRecord(item.file(), item.line(), properties);
  }

  private static String removed(Map<String, Object> members, String key) {
    Object value = members.remove(key);
    return value == null ? "" : value.toString();
  }
}
