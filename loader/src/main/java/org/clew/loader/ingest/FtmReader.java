package org.clew.loader.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clew.loader.entity.Urls;
import org.clew.loader.entity.WebAddress;
import org.clew.loader.ingest.JsonObjects.Item;
import org.clew.model.ClewException;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * FollowTheMoney entities, one JSON object a line. An entity is known by the id it has there and
 * never by its name.
 */
final class FtmReader implements FormatReader {
  private static final Set<String> ACTORS =
      Set.of("LegalEntity", "Organization", "Company", "PublicBody", "Person");

  /** What joins two entities: first the property of one end, then that of the other. */
  private record Interval(String from, LinkType type, String to) {}

  private static final Map<String, Interval> INTERVALS =
      Map.of(
          "Ownership", new Interval("owner", LinkType.OWNS, "asset"),
          "Directorship", new Interval("organization", LinkType.EMPLOYS, "director"),
          "Employment", new Interval("employer", LinkType.EMPLOYS, "employee"),
          "Membership", new Interval("member", LinkType.MEMBER_OF, "organization"),
          "Associate", new Interval("person", LinkType.MEMBER_OF, "associate"),
          "Family", new Interval("person", LinkType.MEMBER_OF, "relative"),
          "UnknownLink", new Interval("subject", LinkType.MEMBER_OF, "object"),
          "Representation", new Interval("agent", LinkType.MEMBER_OF, "client"));

  @Override
  public String name() {
    return "ftm";
  }

  @Override
  public String fills() {
    return "organizations, their sites and accounts, OWNS, EMPLOYS, MEMBER_OF";
  }

  @Override
  public String recognisedBy() {
    return "JSON lines with id, schema and properties";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean recognises(Sample sample) {
    String first = sample.text().stripLeading().lines().findFirst().orElse("");
    return first.startsWith("{")
        && first.contains("\"schema\"")
        && first.contains("\"properties\"");
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    Map<String, EntityId> known = new HashMap<>();
    Map<String, JsonNode> seen = new HashMap<>();
    List<Item> later = new ArrayList<>();
    for (Item item : JsonObjects.ofLines(input, sink)) {
      String id = item.text("id");
      if (id.isEmpty() || !item.node().path("properties").isObject()) {
        sink.rejectRow(item.reject("id", "An entity needs an id and properties."));
      } else if (item.node().equals(seen.get(id))) {
        sink.duplicate();
      } else {
        seen.put(id, item.node());
        if (ACTORS.contains(item.text("schema"))) {
          actor(item, known, sink);
        } else {
          later.add(item);
        }
      }
    }
    later.forEach(item -> relation(item, known, sink));
  }

  private static void actor(Item item, Map<String, EntityId> known, FactSink sink) {
    EntityId id;
    try {
      id = new EntityId("org:ftm:" + item.text("id"));
    } catch (ClewException e) {
      sink.rejectRow(item.reject("id", String.valueOf(e.getMessage())));
      return;
    }
    known.put(item.text("id"), id);
    sink.accepted();
    List<String> names = values(item, "name", sink);
    Map<String, Object> attributes = new TreeMap<>();
    values(item, "country", sink).stream()
        .filter(country -> country.matches("[A-Za-z]{2}"))
        .findFirst()
        .ifPresent(
            country -> attributes.put(Attribute.COUNTRY.key(), country.toUpperCase(Locale.ROOT)));
    if (item.text("schema").equals("Person")) {
      attributes.put(Attribute.NOTE.key(), "a person");
    }
    String name = names.isEmpty() || names.get(0).isBlank() ? id.local() : names.get(0);
    sink.entity(Entity.of(id, name, attributes), FactSink.FILE, item.evidence());
    for (String site : values(item, "website", sink)) {
      website(item, id, site, sink);
    }
  }

  private static void website(Item item, EntityId owner, String text, FactSink sink) {
    WebAddress address = WebAddress.of(Urls.refang(text));
    if (address instanceof WebAddress.Site site) {
      EntityId domain = EntityId.domain(site.host());
      sink.entity(Entity.of(domain, site.host()), FactSink.FILE, item.evidence());
      link(item, owner, LinkType.DECLARES, domain, sink);
    } else if (address instanceof WebAddress.Asset asset) {
      sink.entity(Entity.of(asset.id(), asset.name()), FactSink.FILE, item.evidence());
      link(item, owner, LinkType.DECLARES, asset.id(), sink);
    } else {
      sink.rejectValue(item.reject("website", "'" + text + "' is not a web address."));
    }
  }

  private static void relation(Item item, Map<String, EntityId> known, FactSink sink) {
    Interval interval = INTERVALS.get(item.text("schema"));
    if (interval == null) {
      sink.rejectRow(
          item.reject("schema", "'" + item.text("schema") + "' has no place in the graph."));
      return;
    }
    List<String> from = values(item, interval.from(), sink);
    List<String> to = values(item, interval.to(), sink);
    List<String> missing = new ArrayList<>(from);
    missing.addAll(to);
    missing.removeAll(known.keySet());
    if (from.isEmpty() || to.isEmpty() || !missing.isEmpty()) {
      sink.rejectRow(
          item.reject(
              interval.from(), "An end is missing or not in the file by its id: " + missing + "."));
      return;
    }
    sink.accepted();
    for (String one : from) {
      for (String other : to) {
        EntityId start = known.get(one);
        EntityId end = known.get(other);
        if (start != null && end != null && !start.equals(end)) {
          link(item, start, interval.type(), end, sink);
        }
      }
    }
  }

  private static void link(Item item, EntityId from, LinkType type, EntityId to, FactSink sink) {
    sink.link(
        new Link(
            from,
            type,
            to,
            FactSink.FILE,
            date(item, "startDate"),
            date(item, "endDate"),
            1,
            Basis.REPORTED,
            null,
            null,
            List.of(item.evidence()),
            null));
  }

  private static @Nullable PartialDate date(Item item, String property) {
    JsonNode values = item.node().path("properties").path(property);
    return values.isArray() && !values.isEmpty()
        ? PartialDate.tryParse(values.get(0).asText()).orElse(null)
        : null;
  }

  /** Values are always lists; what is none is a reject of the value. */
  private static List<String> values(Item item, String property, FactSink sink) {
    JsonNode values = item.node().path("properties").get(property);
    if (values == null || values.isNull()) {
      return List.of();
    }
    if (!values.isArray()) {
      sink.rejectValue(item.reject(property, "The value is no list."));
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    values.forEach(
        value -> texts.add(value.isObject() ? value.path("id").asText() : value.asText()));
    return texts;
  }
}
