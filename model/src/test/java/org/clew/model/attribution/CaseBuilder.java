package org.clew.model.attribution;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.clew.model.trace.EvidenceGraphs;
import org.clew.model.trace.Member;
import org.clew.model.trace.TraceParameters;

/**
 * A small case put together in a test. What no source is named for is stated by one of grade A1.
 */
final class CaseBuilder {
  static final String DEFAULT = "source:default";
  static final String CLUSTER = "cluster:case:subject";
  static final String OUTLET = "outlet:ir:outlet";
  static final String NEWS = "domain:news.example";

  final Map<EntityId, Source> sources = new LinkedHashMap<>();
  final List<Link> links = new ArrayList<>();
  final List<StatedEntity> entities = new ArrayList<>();

  CaseBuilder() {
    source(DEFAULT, "A1");
    outlet(OUTLET, "IR", "state-controlled").link(OUTLET, LinkType.PUBLISHES_ON, NEWS);
  }

  CaseBuilder source(String id, String grade, String... derivesFrom) {
    EntityId source = new EntityId(id);
    List<EntityId> parents = List.of(derivesFrom).stream().map(EntityId::new).toList();
    sources.put(
        source,
        new Source(
            source, id, null, null, Grade.parse(grade), null, null, null, null, null, parents));
    return this;
  }

  /** A source of that grade that was published on a day. */
  CaseBuilder dated(String id, String grade, String date) {
    EntityId source = new EntityId(id);
    sources.put(
        source,
        new Source(
            source,
            id,
            null,
            new PartialDate(date),
            Grade.parse(grade),
            null,
            null,
            null,
            null,
            null,
            List.of()));
    return this;
  }

  /** A link that held from one date to another; either may be null. */
  CaseBuilder between(
      String from, LinkType type, String to, String source, String firstSeen, String lastSeen) {
    links.add(
        new Link(
            new EntityId(from),
            type,
            new EntityId(to),
            new EntityId(source),
            firstSeen == null ? null : new PartialDate(firstSeen),
            lastSeen == null ? null : new PartialDate(lastSeen),
            1,
            Basis.OBSERVED,
            null,
            null,
            List.of(),
            null));
    return this;
  }

  CaseBuilder outlet(String id, String country, String relation) {
    Map<String, Object> attributes =
        Map.of(Attribute.COUNTRY.key(), country, Attribute.STATE_RELATION.key(), relation);
    entities.add(
        new StatedEntity(
            Entity.of(new EntityId(id), id.substring(id.lastIndexOf(':') + 1), attributes),
            new EntityId(DEFAULT),
            List.of()));
    return this;
  }

  /** What another source says of an outlet's state relation. */
  CaseBuilder describe(String id, String source, String relation) {
    Map<String, Object> attributes = Map.of(Attribute.STATE_RELATION.key(), relation);
    entities.add(
        new StatedEntity(
            Entity.of(new EntityId(id), id, attributes), new EntityId(source), List.of()));
    return this;
  }

  CaseBuilder benign(String id, String reason) {
    entities.add(
        new StatedEntity(
            Entity.of(
                new EntityId(id),
                id.substring(id.indexOf(':') + 1),
                Map.of(Attribute.BENIGN.key(), reason)),
            new EntityId(DEFAULT),
            List.of()));
    return this;
  }

  CaseBuilder members(String... members) {
    for (String member : members) {
      link(member, LinkType.IN_CLUSTER, CLUSTER);
    }
    return this;
  }

  CaseBuilder uses(String kind, String value, String... assets) {
    for (String asset : assets) {
      link(asset, LinkType.USES, "indicator:" + kind + ":" + value);
    }
    return this;
  }

  CaseBuilder link(String from, LinkType type, String to) {
    return link(from, type, to, DEFAULT, Basis.OBSERVED, null);
  }

  CaseBuilder reported(String from, LinkType type, String to, String source, String kind) {
    return link(from, type, to, source, Basis.REPORTED, kind);
  }

  CaseBuilder link(String from, LinkType type, String to, String source, Basis basis, String kind) {
    links.add(
        new Link(
            new EntityId(from),
            type,
            new EntityId(to),
            new EntityId(source),
            null,
            null,
            1,
            basis,
            kind,
            null,
            List.of(),
            null));
    return this;
  }

  Attribution attribute() {
    return attribute(CLUSTER, search -> search);
  }

  Attribution attribute(UnaryOperator<TraceParameters> search) {
    return attribute(CLUSTER, search);
  }

  Attribution attribute(String subject, UnaryOperator<TraceParameters> search) {
    List<Facts> facts = List.of(new Facts(List.copyOf(sources.values()), entities, links));
    AttributionParameters defaults = AttributionParameters.DEFAULTS;
    AttributionParameters parameters = defaults.withSearch(search.apply(defaults.search()));
    AttributionCase about = AttributionInputs.of(facts).about(new EntityId(subject), parameters);
    AmplificationLayer layer = AmplificationLayer.of(links);
    Amplification amplification =
        layer.links() == 0
            ? null
            : Amplifiers.test(
                layer, about.members().stream().map(Member::id).toList(), about.outlets());
    return new Attributor(Clock.systemUTC())
        .attribute(EvidenceGraphs.of(facts, link -> true), about, amplification, parameters);
  }

  /** The finding about the outlet, which there must be. */
  CandidateFinding finding() {
    return finding(attribute(), OUTLET);
  }

  static CandidateFinding finding(Attribution attribution, String candidate) {
    return attribution.candidates().stream()
        .filter(each -> each.candidate().id().value().equals(candidate))
        .findFirst()
        .orElseThrow();
  }

  static double score(Attribution attribution, String candidate) {
    return attribution.candidates().stream()
        .filter(each -> each.candidate().id().value().equals(candidate))
        .mapToDouble(each -> each.control().score().value())
        .findFirst()
        .orElse(0);
  }
}
