package org.clew.cypher.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.Basis;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.trace.EvidenceColumns;
import org.clew.model.trace.NodeFacts;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What queries say of evidence, in as few columns as weighing it needs. Sources, grades and days
 * recur, so each text is read once.
 */
final class EvidenceRows {
  /** The links a trace reads. The names come from an enum, never from outside. */
  static final String TYPES =
      Arrays.stream(LinkType.values())
          .filter(type -> isControl(type) || type == LinkType.IMPERSONATES)
          .map(LinkType::name)
          .collect(Collectors.joining("|"));

  /** The links that join a node to others. */
  static final String JOINING_TYPES =
      Arrays.stream(LinkType.values())
          .filter(EvidenceRows::isControl)
          .map(LinkType::name)
          .collect(Collectors.joining("|"));

  /** Whether a relationship {@code r} counts: of claims the accepted ones. */
  static final String COUNTS = "(type(r) <> 'SAME_AS' OR r.status = 'accepted')";

  /** A relationship {@code r} with the properties {@code p}, as {@link #add} takes it. */
  static final String LINK =
      "[type(r), p.id, p.source, p.evidenceKind, p.grade, p.firstSeen, p.lastSeen, p.basis]";

  /** An entity with the properties {@code p}, as {@link #facts} takes it. */
  static final String FACTS =
      "p.id AS id, p.name AS name, p.noise AS noise, p.benign AS benign,"
          + " p.externalCount AS externalCount, p.shortener AS shortener,"
          + " p.platformHost AS platformHost, p.registrableDomain AS registrableDomain";

  private static final Attribute[] ATTRIBUTES = {
    Attribute.NOISE,
    Attribute.BENIGN,
    Attribute.EXTERNAL_COUNT,
    Attribute.SHORTENER,
    Attribute.PLATFORM_HOST,
    Attribute.REGISTRABLE_DOMAIN
  };

  private final EvidenceColumns columns;
  private final Map<String, EntityId> sources = new HashMap<>();
  private final Map<String, Grade> grades = new HashMap<>();
  private final Map<Days, DaySpan> days = new HashMap<>();

  private record Days(@Nullable String first, @Nullable String last) {}

  EvidenceRows(EvidenceColumns columns) {
    this.columns = columns;
  }

  /** Adds a link that was not added before, and gives its number. */
  int add(EntityId from, EntityId to, Value link) {
    String grade = text(link.get(4));
    return columns.link(
        link.get(1).asString(),
        from,
        LinkType.valueOf(link.get(0).asString()),
        to,
        sources.computeIfAbsent(link.get(2).asString(), EntityId::new),
        text(link.get(3)),
        grade == null ? null : grades.computeIfAbsent(grade, Grade::parse),
        days.computeIfAbsent(new Days(text(link.get(5)), text(link.get(6))), EvidenceRows::span),
        Basis.ofWord(link.get(7).asString("reported")) == Basis.REPORTED);
  }

  /** The id of an added link, without adding it. */
  static String id(Value link) {
    return link.get(1).asString();
  }

  /** What is known of an entity. */
  static NodeFacts facts(EntityId id, Record row) {
    Map<String, Object> attributes = new HashMap<>();
    for (Attribute attribute : ATTRIBUTES) {
      Value value = row.get(attribute.key());
      if (!value.isNull()) {
        attributes.put(attribute.key(), value.asObject());
      }
    }
    String name = row.get("name").asString(id.local());
    return NodeFacts.of(id, List.of(Entity.of(id, name, attributes)));
  }

  private static boolean isControl(LinkType type) {
    return type.hypothesis() == Hypothesis.CONTROL;
  }

  private static DaySpan span(Days days) {
    return DaySpan.of(date(days.first), date(days.last));
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : new PartialDate(text);
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
