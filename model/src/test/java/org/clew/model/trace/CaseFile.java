package org.clew.model.trace;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;

/**
 * A small case put together in a test. What no source is named for is stated by one of grade A1.
 */
final class CaseFile {
  static final String DEFAULT = "source:default";

  final Map<EntityId, Source> sources = new LinkedHashMap<>();
  final List<Link> links = new ArrayList<>();
  final Map<EntityId, Map<String, Object>> attributes = new HashMap<>();

  CaseFile() {
    source(DEFAULT, "A1");
  }

  CaseFile source(String id, String grade, String... derivesFrom) {
    return source(id, grade, null, derivesFrom);
  }

  CaseFile source(String id, String grade, PartialDate date, String... derivesFrom) {
    List<EntityId> parents = List.of(derivesFrom).stream().map(EntityId::new).toList();
    EntityId source = new EntityId(id);
    sources.put(
        source,
        new Source(
            source, id, null, date, Grade.parse(grade), null, null, null, null, null, parents));
    return this;
  }

  CaseFile uses(String kind, String value, String... assets) {
    for (String asset : assets) {
      link(asset, LinkType.USES, "indicator:" + kind + ":" + value);
    }
    return this;
  }

  CaseFile link(String from, LinkType type, String to) {
    return link(from, type, to, DEFAULT, Basis.OBSERVED, null, null, null);
  }

  CaseFile reported(String from, LinkType type, String to, String source, String kind) {
    return link(from, type, to, source, Basis.REPORTED, kind, null, null);
  }

  CaseFile link(
      String from,
      LinkType type,
      String to,
      String source,
      Basis basis,
      String kind,
      String first,
      String last) {
    links.add(
        new Link(
            new EntityId(from),
            type,
            new EntityId(to),
            new EntityId(source),
            first == null ? null : new PartialDate(first),
            last == null ? null : new PartialDate(last),
            1,
            basis,
            kind,
            null,
            List.of(),
            null));
    return this;
  }

  CaseFile attribute(String entity, Attribute attribute, Object value) {
    attributes
        .computeIfAbsent(new EntityId(entity), key -> new HashMap<>())
        .put(attribute.key(), value);
    return this;
  }

  CaseFile addAll(CaseFile other) {
    sources.putAll(other.sources);
    links.addAll(other.links);
    attributes.putAll(other.attributes);
    return this;
  }

  EvidenceGraph graph() {
    List<Entity> entities = new ArrayList<>();
    attributes.forEach((id, of) -> entities.add(Entity.of(id, id.local(), of)));
    return EvidenceGraphs.of(entities, links, sources.values(), link -> true);
  }

  Trace trace(TraceParameters parameters) {
    return new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC()).trace(graph(), parameters);
  }

  Trace trace(String from, String to) {
    return trace(parameters(from, to));
  }

  Hop pair(String from, String to) {
    return pair(parameters(from, to), from, to);
  }

  Hop pair(TraceParameters parameters, String from, String to) {
    return new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC())
        .pair(graph(), parameters, new EntityId(from), new EntityId(to));
  }

  static TraceParameters parameters(String from, String to) {
    return TraceParameters.of(
        List.of(Member.certain(new EntityId(from))), List.of(new EntityId(to)));
  }
}
