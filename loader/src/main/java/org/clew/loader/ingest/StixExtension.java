package org.clew.loader.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.clew.loader.ingest.JsonObjects.Item;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;

/** What Clew's extension says of an object in a bundle that Clew exported. */
final class StixExtension {
  /** The id of the extension-definition that every such bundle holds. */
  static final String ID = "extension-definition--114a6e42-7280-5398-8536-f7672560efe8";

  private StixExtension() {}

  static boolean isIn(Item item) {
    return content(item).isObject();
  }

  /** Takes an object to the graph; returns the entity it stands for, if it stands for one. */
  static Optional<EntityId> read(Item item, ExportedGraph graph) {
    JsonNode content = content(item);
    Map<String, Object> properties = JsonValues.members(content.path("properties"));
    GraphRecord row = new GraphRecord(item.file(), item.line(), properties);
    String entity = content.path("entity_id").asText();
    String source = content.path("source_id").asText();
    if (content.has("link_id")) {
      graph.link(
          row,
          content.path("from_id").asText(),
          content.path("link_type").asText(),
          content.path("to_id").asText());
    } else if (content.has("cluster_id")) {
      graph.followsFromLinks();
    } else if (source.isEmpty()) {
      graph.entity(row, entity, content.path("kind").asText());
      return id(entity);
    } else if (entity.isEmpty()) {
      graph.source(row, source);
    } else {
      graph.statement(row, entity, source);
    }
    return Optional.empty();
  }

  private static Optional<EntityId> id(String text) {
    try {
      return Optional.of(new EntityId(text));
    } catch (ClewException e) {
      return Optional.empty();
    }
  }

  private static JsonNode content(Item item) {
    return item.node().path("extensions").path(ID);
  }
}
