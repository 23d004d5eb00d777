package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.loader.entity.EntityIds;
import org.clew.model.ClewException;
import org.clew.model.claim.Claim;
import org.clew.model.claim.Claim.Status;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * States the entities and links of a case file, each under every source it cites. A SAME_AS link is
 * a claim that an analyst has yet to accept, unless its status says otherwise.
 */
final class CaseFacts {
  private static final Set<String> ENTITY_KEYS = Set.of("id", "name", "source", "evidence");
  private static final Set<String> ENTITY_WORDS =
      Stream.concat(ENTITY_KEYS.stream(), Arrays.stream(Attribute.values()).map(Attribute::key))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> LINK_KEYS =
      Set.of(
          "from",
          "type",
          "to",
          "source",
          "basis",
          "kind",
          "grade",
          "firstSeen",
          "lastSeen",
          "count",
          "evidence",
          "note",
          "status");

  private final FactSink sink;
  private final Set<EntityId> knownSources;

  CaseFacts(FactSink sink, Set<EntityId> knownSources) {
    this.sink = sink;
    this.knownSources = Set.copyOf(knownSources);
  }

  @Nullable RejectedRow entity(CaseItem item) {
    try {
      EntityId id = EntityIds.end(item.one("id"));
      Map<String, Object> attributes = new TreeMap<>();
      for (String key : item.values().keySet()) {
        if (!ENTITY_KEYS.contains(key)) {
          putAttribute(item, key, attributes);
        }
      }
      List<EntityId> sources = sources(item);
      String name = item.has("name") ? item.one("name") : id.local();
      for (EntityId source : sources) {
        references(item)
            .forEach(evidence -> sink.entity(Entity.of(id, name, attributes), source, evidence));
      }
      return null;
    } catch (CaseFault fault) {
      return item.reject(fault.key(), fault.reason());
    } catch (ClewException e) {
      return item.reject("id", String.valueOf(e.getMessage()));
    }
  }

  @Nullable RejectedRow link(CaseItem item) {
    try {
      for (String key : item.values().keySet()) {
        if (!LINK_KEYS.contains(key)) {
          item.leaveOut(key, LINK_KEYS, "a link", sink);
        }
      }
      List<Link> links = new ArrayList<>();
      for (EntityId source : sources(item)) {
        links.add(link(item, source));
      }
      links.forEach(link -> state(link, item));
      return null;
    } catch (CaseFault fault) {
      return item.reject(fault.key(), fault.reason());
    }
  }

  private void state(Link link, CaseItem item) {
    if (link.type() != LinkType.SAME_AS) {
      sink.link(link);
      return;
    }
    for (EntityId end : List.of(link.from(), link.to())) {
      sink.entity(Entity.of(end, end.local()), link.source(), item.evidence());
    }
    String reason = link.note() == null ? "The case file says so." : link.note();
    Status status = status(item);
    sink.claim(new Claim(link.from(), link.to(), link.source(), status, reason, link.evidence()));
  }

  private static Status status(CaseItem item) {
    for (Status status : Status.values()) {
      if (status.word().equals(item.word("status"))) {
        return status;
      }
    }
    return Status.PROPOSED;
  }

  private static Link link(CaseItem item, EntityId source) throws CaseFault {
    LinkType type =
        LinkType.ofName(item.word("type").toUpperCase(Locale.ROOT).replace('-', '_'))
            .orElseThrow(
                () -> new CaseFault("type", "'" + item.one("type") + "' is not a link type."));
    EntityId from = end(item, "from");
    EntityId to = end(item, "to");
    if (!type.joins(from.kind(), to.kind())) {
      throw new CaseFault(
          "type", type + " cannot join " + from.kind().label() + " to " + to.kind().label() + ".");
    }
    if (item.has("status")
        && status(item) == Status.PROPOSED
        && !item.word("status").equals(Status.PROPOSED.word())) {
      throw new CaseFault("status", "'" + item.one("status") + "' is not a claim's status.");
    }
    String note = item.has("note") ? item.one("note") : null;
    return new Link(
        from,
        type,
        to,
        source,
        date(item, "firstSeen"),
        date(item, "lastSeen"),
        count(item),
        basis(item),
        kind(item),
        grade(item),
        references(item),
        note);
  }

  private static EntityId end(CaseItem item, String key) throws CaseFault {
    try {
      return EntityIds.end(item.one(key));
    } catch (ClewException e) {
      throw new CaseFault(key, String.valueOf(e.getMessage()));
    }
  }

  private void putAttribute(CaseItem item, String key, Map<String, Object> attributes)
      throws CaseFault {
    Optional<Attribute> attribute = Attribute.ofKey(key);
    if (attribute.isEmpty()) {
      item.leaveOut(key, ENTITY_WORDS, "an entity", sink);
      return;
    }
    if (item.has(key)) {
      Object value =
          AttributeValues.of(attribute.get(), item.many(key))
              .orElseThrow(
                  () ->
                      new CaseFault(
                          key,
                          "'" + String.join("|", item.many(key)) + "' does not fit " + key + "."));
      attributes.put(key, value);
    }
  }

  private List<EntityId> sources(CaseItem item) throws CaseFault {
    if (!item.has("source")) {
      throw new CaseFault("source", "No source is named.");
    }
    Set<EntityId> sources = new HashSet<>();
    for (String name : item.many("source")) {
      EntityId source = sourceId(name);
      if (!knownSources.contains(source)) {
        throw new CaseFault("source", "The source '" + name + "' is not defined.");
      }
      sources.add(source);
    }
    return sources.stream().sorted().toList();
  }

  private static EntityId sourceId(String name) throws CaseFault {
    try {
      return EntityIds.source(name);
    } catch (ClewException e) {
      throw new CaseFault("source", String.valueOf(e.getMessage()));
    }
  }

  private static List<String> references(CaseItem item) {
    List<String> references = new ArrayList<>(item.many("evidence"));
    references.add(item.evidence());
    return references;
  }

  private static @Nullable PartialDate date(CaseItem item, String key) throws CaseFault {
    if (!item.has(key)) {
      return null;
    }
    return WrittenDate.of(item.one(key))
        .orElseThrow(
            () ->
                new CaseFault(
                    key,
                    "'" + item.one(key) + "' is not a date. Write 2018, 2018-08 or 2018-08-21."));
  }

  private static long count(CaseItem item) throws CaseFault {
    if (!item.has("count")) {
      return 1;
    }
    if (!item.one("count").matches("[1-9]\\d{0,17}")) {
      throw new CaseFault("count", "'" + item.one("count") + "' is not a count of at least 1.");
    }
    return Long.parseLong(item.one("count"));
  }

  private static Basis basis(CaseItem item) throws CaseFault {
    for (Basis basis : Basis.values()) {
      if (basis.word().equals(item.has("basis") ? item.word("basis") : Basis.REPORTED.word())) {
        return basis;
      }
    }
    throw new CaseFault(
        "basis", "'" + item.one("basis") + "' is not observed, reported or derived.");
  }

  private static @Nullable String kind(CaseItem item) throws CaseFault {
    if (!item.has("kind")) {
      return null;
    }
    if (EvidenceKinds.builtIn().find(item.one("kind")).isEmpty()) {
      throw new CaseFault("kind", "'" + item.one("kind") + "' is not an evidence kind.");
    }
    return item.one("kind");
  }

  private static @Nullable Grade grade(CaseItem item) throws CaseFault {
    try {
      return item.has("grade") ? Grade.parse(item.one("grade")) : null;
    } catch (ClewException e) {
      throw new CaseFault("grade", String.valueOf(e.getMessage()));
    }
  }
}
