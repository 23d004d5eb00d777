package org.clew.api.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.api.entity.EntityDocument;
import org.clew.api.trace.TraceDocument.AssumptionDocument;
import org.clew.api.trace.TraceDocument.ChainDocument;
import org.clew.api.trace.TraceDocument.EvidenceDocument;
import org.clew.api.trace.TraceDocument.HopDocument;
import org.clew.api.trace.TraceDocument.MemberDocument;
import org.clew.api.trace.TraceDocument.StatementDocument;
import org.clew.cypher.trace.ChainQuery;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.Link;
import org.clew.model.source.PartialDate;
import org.clew.model.trace.Chain;
import org.clew.model.trace.Hop;
import org.clew.model.trace.HopEvidence;
import org.clew.model.trace.IdentityTie;
import org.clew.model.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Turns the parts of a trace into documents. */
public final class TraceDocuments {
  private final Map<EntityId, EntityDocument> entities;
  private final Map<EntityId, String> titles;

  /** With the entities the trace names, as the graph describes them, and the titles of sources. */
  public TraceDocuments(Map<EntityId, EntityDocument> entities, Map<EntityId, String> titles) {
    this.entities = entities;
    this.titles = titles;
  }

  /** All entities a trace names. */
  static Set<EntityId> named(Trace trace) {
    return named(trace.chains(), trace.leads());
  }

  /** All entities these chains and leads name. */
  public static Set<EntityId> named(Collection<Chain> chains, Collection<Hop> leads) {
    Set<EntityId> named = new TreeSet<>();
    List<Hop> hops = new ArrayList<>(leads);
    for (Chain chain : chains) {
      named.add(chain.member().id());
      named.add(chain.target());
      chain.assumptions().forEach(tie -> named.addAll(List.of(tie.outlet(), tie.asset())));
      hops.addAll(chain.hops());
    }
    hops.forEach(hop -> named.addAll(List.of(hop.from(), hop.to())));
    return named;
  }

  /** A chain as a document. */
  public ChainDocument chain(Chain chain) {
    return new ChainDocument(
        chain.member().id(),
        chain.target(),
        chain.score(),
        chain.scores(),
        new MemberDocument(
            chain.member().id(), name(chain.member().id()), chain.member().probability()),
        entity(chain.target()),
        chain.hops().stream().map(this::hop).toList(),
        chain.assumptions().stream().map(this::assumption).toList(),
        ChainQuery.between(partsOf(chain)));
  }

  /** A hop as a document. */
  public HopDocument hop(Hop hop) {
    return new HopDocument(
        hop.from(),
        name(hop.from()),
        hop.to(),
        name(hop.to()),
        hop.evidence().stream().map(this::evidence).toList(),
        hop.lambda(),
        hop.probability(),
        hop.sentence());
  }

  private static Collection<EntityId> partsOf(Chain chain) {
    Set<EntityId> parts = new TreeSet<>(Set.of(chain.member().id(), chain.target()));
    for (Hop hop : chain.hops()) {
      parts.add(hop.from());
      parts.add(hop.to());
      for (HopEvidence evidence : hop.evidence()) {
        EntityId via = evidence.weight().via();
        if (via != null && evidence.weight().counted()) {
          parts.add(via);
        }
      }
    }
    return parts;
  }

  private AssumptionDocument assumption(IdentityTie tie) {
    return new AssumptionDocument(
        tie.outlet(),
        name(tie.outlet()),
        tie.asset(),
        name(tie.asset()),
        name(tie.asset()) + " is " + name(tie.outlet()) + "'s own.",
        tie.statements().stream().map(TraceDocuments::statement).toList());
  }

  private EvidenceDocument evidence(HopEvidence evidence) {
    WeighedEvidence weighed = evidence.weight();
    List<EntityId> sources =
        evidence.statements().stream().map(Link::source).distinct().sorted().toList();
    EntityId via = weighed.via();
    return new EvidenceDocument(
        weighed.kind().id(),
        weighed.kind().family(),
        weighed.type(),
        via,
        via == null ? null : via.local().substring(via.local().indexOf(':') + 1),
        weighed.kind().c(),
        weighed.kind().w(),
        weighed.degree(),
        weighed.gapDays(),
        weighed.tau(),
        weighed.grade().toString(),
        weighed.quality(),
        weighed.likelihoodRatio(),
        weighed.weight(),
        weighed.counted(),
        weighed.leftOut(),
        sources.get(0),
        titles.getOrDefault(sources.get(0), sources.get(0).local()),
        sources,
        extreme(evidence.statements(), true),
        extreme(evidence.statements(), false),
        evidence.statements().stream().map(TraceDocuments::statement).toList());
  }

  /** A link as a document. */
  public static StatementDocument statement(Link link) {
    return new StatementDocument(
        link.id(),
        link.from(),
        link.type(),
        link.to(),
        link.source(),
        link.basis().word(),
        link.grade() == null ? null : link.grade().toString(),
        text(link.firstSeen()),
        text(link.lastSeen()),
        link.evidence(),
        link.note());
  }

  private static @Nullable String extreme(List<Link> statements, boolean first) {
    List<PartialDate> dates = new ArrayList<>();
    for (Link link : statements) {
      PartialDate date = first ? link.firstSeen() : link.lastSeen();
      if (date != null) {
        dates.add(date);
      }
    }
    dates.sort(null);
    return dates.isEmpty() ? null : dates.get(first ? 0 : dates.size() - 1).text();
  }

  private static @Nullable String text(@Nullable PartialDate date) {
    return date == null ? null : date.text();
  }

  private EntityDocument entity(EntityId id) {
    EntityDocument known = entities.get(id);
    return known == null ? new EntityDocument(id, id.kind(), id.local(), new TreeMap<>()) : known;
  }

  private String name(EntityId id) {
    return entity(id).name();
  }
}
