package org.clew.loader.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clew.loader.entity.EntityIds;
import org.clew.loader.entity.Hosts;
import org.clew.loader.ingest.JsonObjects.Item;
import org.clew.model.ClewException;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * BloodHound's OpenGraph: nodes whose kinds and edges whose kind are Clew's. A node is known by its
 * id; an edge that finds its ends by their names is refused, since a name is no identity.
 */
final class OpenGraphReader implements FormatReader {
  @Override
  public String name() {
    return "opengraph";
  }

  @Override
  public String fills() {
    return "entities and links of Clew's kinds";
  }

  @Override
  public String recognisedBy() {
    return "a JSON object graph with nodes and edges";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean recognises(Sample sample) {
    String text = sample.text();
    return text.stripLeading().startsWith("{")
        && text.contains("\"graph\"")
        && text.contains("\"nodes\"")
        && text.contains("\"kinds\"");
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    Map<String, EntityId> nodes = new HashMap<>();
    Set<JsonNode> edges = new HashSet<>();
    List<Item> items = JsonObjects.of(input, List.of("nodes", "edges"), sink);
    for (Item item : items) {
      if (item.list().equals("nodes")) {
        node(item, nodes, sink);
      }
    }
    for (Item item : items) {
      if (item.list().equals("edges")) {
        edge(item, nodes, edges, sink);
      }
    }
  }

  private static void node(Item item, Map<String, EntityId> nodes, FactSink sink) {
    String own = item.text("id");
    Optional<EntityId> id = id(own, item.texts("kinds"));
    if (id.isEmpty()) {
      sink.rejectRow(
          item.reject("kinds", "The node has no kind of Clew's with an id of its form."));
    } else if (nodes.putIfAbsent(own, id.get()) != null) {
      sink.duplicate();
    } else {
      sink.accepted();
      JsonNode properties = item.node().path("properties");
      Map<String, Object> attributes = new TreeMap<>();
      for (Map.Entry<String, JsonNode> field : properties.properties()) {
        Attribute.ofKey(field.getKey())
            .flatMap(key -> AttributeValues.of(key, texts(field.getValue())))
            .ifPresent(value -> attributes.put(field.getKey(), value));
      }
      String name = properties.path("name").asText(id.get().local());
      sink.entity(
          Entity.of(id.get(), name.isBlank() ? id.get().local() : name, attributes),
          FactSink.FILE,
          item.evidence());
    }
  }

  private static Optional<EntityId> id(String own, List<String> kinds) {
    for (String name : kinds) {
      Optional<EntityKind> kind = EntityKind.ofLabel(name);
      if (kind.isPresent() && kind.get() != EntityKind.SOURCE) {
        String prefix = kind.get().idPrefix() + ":";
        if (own.startsWith(prefix)) {
          return ownId(own);
        }
        if (kind.get() == EntityKind.DOMAIN) {
          return Hosts.normalise(own).map(EntityId::domain);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<EntityId> ownId(String own) {
    try {
      return Optional.of(EntityIds.entity(own));
    } catch (ClewException e) {
      return Optional.empty();
    }
  }

  private static List<String> texts(JsonNode value) {
    if (!value.isArray()) {
      return List.of(value.asText());
    }
    List<String> texts = new ArrayList<>();
    value.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static void edge(
      Item item, Map<String, EntityId> nodes, Set<JsonNode> seen, FactSink sink) {
    if (seen.contains(item.node())) {
      sink.duplicate();
      return;
    }
    RejectedRow fault = faultOf(item, nodes);
    if (fault != null) {
      sink.rejectRow(fault);
      return;
    }
    seen.add(item.node());
    sink.accepted();
    JsonNode properties = item.node().path("properties");
    EntityId from = nodes.get(end(item, "start"));
    EntityId to = nodes.get(end(item, "end"));
    LinkType type = LinkType.ofName(item.text("kind").toUpperCase(Locale.ROOT)).orElse(null);
    if (from != null && to != null && type != null) {
      sink.link(
          new Link(
              from,
              type,
              to,
              FactSink.FILE,
              PartialDate.tryParse(properties.path("firstSeen").asText()).orElse(null),
              PartialDate.tryParse(properties.path("lastSeen").asText()).orElse(null),
              Math.max(1, properties.path("count").asLong(1)),
              Basis.REPORTED,
              null,
              null,
              List.of(item.evidence()),
              null));
    }
  }

  private static @Nullable RejectedRow faultOf(Item item, Map<String, EntityId> nodes) {
    for (String end : List.of("start", "end")) {
      String matchBy = item.node().path(end).path("match_by").asText("id");
      if (!matchBy.equals("id")) {
        return item.reject(end, "Ends are matched by id only; '" + matchBy + "' is refused.");
      }
      if (!nodes.containsKey(end(item, end))) {
        return item.reject(end, "The file has no usable node '" + end(item, end) + "'.");
      }
    }
    Optional<LinkType> type = LinkType.ofName(item.text("kind").toUpperCase(Locale.ROOT));
    EntityId from = nodes.get(end(item, "start"));
    EntityId to = nodes.get(end(item, "end"));
    if (type.isEmpty() || from == null || to == null || type.get() == LinkType.SAME_AS) {
      return item.reject("kind", "'" + item.text("kind") + "' is not a link type to be stated.");
    }
    return type.get().joins(from.kind(), to.kind())
        ? null
        : item.reject(
            "kind",
            type.get()
                + " cannot lead from "
                + from.kind().label()
                + " to "
                + to.kind().label()
                + ".");
  }

  private static String end(Item item, String end) {
    return item.node().path(end).path("value").asText("").strip();
  }
}
