package org.clew.loader.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.loader.ingest.JsonObjects.Item;
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
 * STIX 2.1 bundles (OASIS), with OpenCTI's channel and media-content. What is general, such as an
 * attack pattern or a location, is taken over as context of no entity, so that it joins nothing.
 * What Clew wrote itself is taken from its extension, word for word.
 */
final class StixReader implements FormatReader {
  @Override
  public String name() {
    return "stix";
  }

  @Override
  public String fills() {
    return "domains, accounts, pages, groups, organizations, clusters, indicators, links";
  }

  @Override
  public String recognisedBy() {
    return "a JSON object of type bundle with objects";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean recognises(Sample sample) {
    String text = sample.text();
    return text.stripLeading().startsWith("{")
        && text.contains("\"objects\"")
        && (text.matches("(?s).*\"type\"\\s*:\\s*\"bundle\".*") || text.contains("\"bundle--"));
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    Grade grade = options.grade() == null ? defaultGrade() : options.grade();
    Bundle bundle = new Bundle(sink, grade, new ExportedGraph(sink, options.knownSources()));
    JsonObjects.each(input, List.of("objects"), sink, bundle::read);
    bundle.finish();
  }

  /** One bundle. */
  private static final class Bundle {
    private final FactSink sink;
    private final Grade grade;
    private final Map<String, List<EntityId>> entities = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Item> relationships = new ArrayList<>();
    private final List<Item> groups = new ArrayList<>();
    private final ExportedGraph exported;

    Bundle(FactSink sink, Grade grade, ExportedGraph exported) {
      this.sink = sink;
      this.grade = grade;
      this.exported = exported;
    }

    void read(Item item) {
      RejectedRow fault = faultOf(item);
      if (fault != null) {
        sink.rejectRow(fault);
      } else if (StixExtension.isIn(item)) {
        seen.add(item.text("id"));
        StixExtension.read(item, exported)
            .ifPresentOrElse(
                id -> entities.put(item.text("id"), List.of(id)),
                () -> entities.put(item.text("id"), List.of()));
      } else if (!seen.add(item.text("id"))) {
        sink.duplicate();
      } else {
        foreign(item);
      }
    }

    private void foreign(Item item) {
      switch (item.text("type")) {
        case "relationship" -> relationships.add(item);
        case "grouping", "report" -> groups.add(item);
        default -> {}
      }
      object(item);
    }

    void finish() {
      exported.finish();
      relationships.forEach(this::relationship);
      groups.forEach(this::members);
    }

    private static @Nullable RejectedRow faultOf(Item item) {
      if (!item.node().isObject() || item.text("id").isEmpty() || item.text("type").isEmpty()) {
        return item.reject(null, "The entry is no object with type and id.");
      }
      return item.node().path("revoked").asBoolean()
          ? item.reject("revoked", "The object was revoked by who made it.")
          : null;
    }

    private void object(Item item) {
      if (item.text("type").equals("relationship")) {
        return;
      }
      StixObjects.Reading reading = StixObjects.read(item);
      String reason = reading.reason();
      if (reason != null) {
        sink.rejectRow(item.reject(reading.column(), reason));
        seen.remove(item.text("id"));
        return;
      }
      List<EntityId> ids = new ArrayList<>();
      for (Entity entity : reading.entities()) {
        sink.entity(entity, FactSink.FILE, item.evidence());
        ids.add(entity.id());
      }
      entities.put(item.text("id"), ids);
      sink.accepted();
    }

    private void relationship(Item item) {
      for (String end : List.of("source_ref", "target_ref")) {
        if (!entities.containsKey(item.text(end))) {
          sink.rejectRow(
              item.reject(end, "The bundle has no usable object '" + item.text(end) + "'."));
          return;
        }
      }
      sink.accepted();
      String type = item.text("relationship_type");
      for (EntityId from : entities.getOrDefault(item.text("source_ref"), List.of())) {
        for (EntityId to : entities.getOrDefault(item.text("target_ref"), List.of())) {
          relate(item, type, from, to);
        }
      }
    }

    private void relate(Item item, String type, EntityId from, EntityId to) {
      if (from.equals(to)) {
        return;
      }
      Optional<StixRelations.Meaning> meaning = StixRelations.of(type, from.kind(), to.kind());
      if (meaning.isPresent()) {
        boolean reversed = meaning.get().reversed();
        link(item, reversed ? to : from, meaning.get().type(), reversed ? from : to, type);
      } else if (type.equals("attributed-to") && from.kind() == EntityKind.CLUSTER) {
        sink.entity(
            Entity.of(
                from, from.local(), Map.of(Attribute.ASSESSED_AS.key(), "attributed to " + to)),
            FactSink.FILE,
            item.evidence());
      } else {
        link(item, from, LinkType.MEMBER_OF, to, type);
      }
    }

    private void link(Item item, EntityId from, LinkType type, EntityId to, String word) {
      List<String> evidence = new ArrayList<>(List.of(item.evidence()));
      for (JsonNode reference : item.node().path("external_references")) {
        if (reference.path("url").isTextual()) {
          evidence.add(reference.path("url").asText());
        }
      }
      sink.link(
          new Link(
              from,
              type,
              to,
              FactSink.FILE,
              date(item.text("start_time")),
              date(item.text("stop_time")),
              1,
              Basis.REPORTED,
              null,
              gradeOf(item),
              evidence,
              type.name().equalsIgnoreCase(word.replace('-', '_')) ? null : word));
    }

    private void members(Item item) {
      for (String reference : item.texts("object_refs")) {
        List<EntityId> members = entities.get(reference);
        if (members == null && !seen.contains(reference)) {
          sink.rejectValue(
              item.reject("object_refs", "The bundle has no usable object '" + reference + "'."));
        }
        for (EntityId cluster : entities.getOrDefault(item.text("id"), List.of())) {
          for (EntityId member : members == null ? List.<EntityId>of() : members) {
            if (!member.equals(cluster) && member.kind() != EntityKind.INDICATOR) {
              link(item, member, LinkType.IN_CLUSTER, cluster, "in_cluster");
            }
          }
        }
      }
    }

    /** STIX 2.1, appendix A: its confidence scales by Admiralty credibility. */
    private @Nullable Grade gradeOf(Item item) {
      JsonNode confidence = item.node().get("confidence");
      if (confidence == null || !confidence.isInt()) {
        return null;
      }
      int value = confidence.asInt();
      int credibility =
          value >= 80 ? 1 : value >= 60 ? 2 : value >= 40 ? 3 : value >= 20 ? 4 : value > 0 ? 5 : 6;
      return new Grade(grade.reliability(), credibility);
    }

    private static @Nullable PartialDate date(String text) {
      return PartialDate.tryParse(text).orElse(null);
    }
  }
}
