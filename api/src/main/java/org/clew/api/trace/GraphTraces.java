package org.clew.api.trace;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.clew.api.entity.EntityDocument;
import org.clew.api.entity.EntityResolver;
import org.clew.api.trace.TraceDocument.ClaimDocument;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.source.GraphVersion;
import org.clew.cypher.source.Readership;
import org.clew.cypher.source.Sources;
import org.clew.cypher.trace.CypherEvidenceGraph;
import org.clew.cypher.trace.EvidenceSnapshots;
import org.clew.cypher.trace.SpreadReader;
import org.clew.cypher.trace.TraceEnds;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.Rejections;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.claim.Claim;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.Link;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.clew.model.source.Tlp;
import org.clew.model.trace.EvidenceGraph;
import org.clew.model.trace.Member;
import org.clew.model.trace.SpreadTracer;
import org.clew.model.trace.Trace;
import org.clew.model.trace.TraceParameters;
import org.clew.model.trace.Tracer;
import org.clew.model.trace.Truncation;
import org.jspecify.annotations.Nullable;

/**
 * Traces in a graph, from what a person typed to a document. Another service that is handed to the
 * server takes its place.
 */
@Singleton
@Secondary
public final class GraphTraces implements TraceService {
  private final GraphStore store;
  private final Rejections rejections;
  private final EntityResolver resolver;
  private final TraceEnds ends;
  private final TraceSelection selection;
  private final Tracer tracer;
  private final Supplier<EvidenceGraph> evidence;

  /** The traces of a graph, read from the database. */
  public GraphTraces(GraphStore store, DataFolder data) {
    this(store, data, () -> new CypherEvidenceGraph(store));
  }

  /** The traces of a graph that a server answers, from memory where that is ready. */
  @Inject
  GraphTraces(GraphStore store, DataFolder data, EvidenceSnapshots snapshots) {
    this(store, data, snapshots::graph);
  }

  private GraphTraces(GraphStore store, DataFolder data, Supplier<EvidenceGraph> evidence) {
    this.store = store;
    this.rejections = data.rejections();
    this.evidence = evidence;
    this.resolver = new EntityResolver(store);
    this.ends = new TraceEnds(store);
    this.selection = new TraceSelection(store);
    this.tracer = new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC());
  }

  @Override
  public TraceDocument trace(TraceRequest request) {
    Readership reader = Readership.upTo(store, request.reader());
    EntityDocument from = resolver.resolve(request.from(), reader);
    Target target = target(request.to(), reader);
    if (target.entities().contains(from.id())) {
      throw new ClewException(
          Reason.USAGE, from.id() + " is itself the target; a trace leads from one to another.");
    }
    List<Member> members = members(from, reader);
    if (request.hypothesis() == Hypothesis.AMPLIFICATION) {
      return spread(request, reader, from, target, members);
    }
    EvidenceGraph graph =
        reader.seesEverything() ? evidence.get() : new CypherEvidenceGraph(store, reader);
    Trace trace = tracer.trace(graph, parameters(request, members, target));
    return document(request, reader, from, target, members, trace);
  }

  private record Target(String word, List<EntityId> entities) {}

  private Target target(String text, Readership reader) {
    if (text.equals(TraceRequest.STATE_MEDIA)) {
      return new Target(
          text, requireAny(ends.stateMedia(reader), "There is no state medium in the graph."));
    }
    EntityDocument target = resolver.resolve(text, reader);
    if (target.kind() == EntityKind.STATE) {
      String none = "The graph has no state medium of " + target.name() + ".";
      return new Target(target.id().value(), requireAny(ends.ofState(target.id(), reader), none));
    }
    return new Target(target.id().value(), List.of(target.id()));
  }

  private static List<EntityId> requireAny(List<EntityId> targets, String otherwise) {
    if (targets.isEmpty()) {
      throw new ClewException(Reason.NOT_FOUND, otherwise);
    }
    return targets;
  }

  private List<Member> members(EntityDocument from, Readership reader) {
    if (from.kind() != EntityKind.CLUSTER) {
      return List.of(Member.certain(from.id()));
    }
    List<Member> members = new ArrayList<>();
    ends.members(from.id(), reader).forEach(m -> members.add(new Member(m.id(), m.probability())));
    if (members.isEmpty()) {
      throw new ClewException(
          Reason.NOT_FOUND, "The cluster " + from.id() + " has no members in the graph.");
    }
    return members;
  }

  private TraceParameters parameters(TraceRequest request, List<Member> members, Target target) {
    @Nullable PartialDate asOf = request.asOf();
    return TraceParameters.of(members, target.entities())
        .withHops(request.hops())
        .withTop(request.top())
        .withAsOf(asOf == null ? null : asOf.latest())
        .withTrust(selection.trust(request.trust()))
        .withWithout(selection.without(request.without()));
  }

  private TraceDocument document(
      TraceRequest request,
      Readership reader,
      EntityDocument from,
      Target target,
      List<Member> members,
      Trace trace) {
    Map<EntityId, EntityDocument> named = named(TraceDocuments.named(trace), reader);
    Map<EntityId, String> titles = titles(reader.known(new Sources(store).all()));
    TraceDocuments documents = new TraceDocuments(named, titles);
    Truncation cut = trace.truncated();
    return new TraceDocument(
        from,
        target.word(),
        "control",
        trace.parameters().asOf(),
        trace.graphVersion(),
        new TraceDocument.Method(
            String.valueOf(trace.methodVersion()), parameters(request, trace.parameters())),
        trace.chains().stream().map(documents::chain).toList(),
        trace.leads().stream().map(documents::hop).toList(),
        claims(reader, from, members, named.keySet()),
        trace.skippedHubs(),
        cut == null ? null : Map.of("reason", cut.reason()),
        rejections.rows(reader::sees),
        trace.chains().isEmpty() ? amplifies(request, reader, target, members) : null);
  }

  /** Paths of amplification, which no claim, lead or hub belongs to. */
  private TraceDocument spread(
      TraceRequest request,
      Readership reader,
      EntityDocument from,
      Target target,
      List<Member> members) {
    SpreadReader links = new SpreadReader(store, reader);
    List<Source> sources = reader.known(new Sources(store).all());
    SpreadTracer spreads = new SpreadTracer(links::from, sources);
    Map<EntityId, List<Link>> own = links.own(target.entities());
    Set<EntityId> ends = new HashSet<>(own.keySet());
    ends.addAll(target.entities());
    TraceParameters parameters = parameters(request, members, target);
    long version = GraphVersion.of(store);
    SpreadTracer.Spread spread = spreads.trace(ends, parameters);
    Map<EntityId, EntityDocument> named = named(SpreadDocuments.named(spread.paths(), own), reader);
    SpreadDocuments documents = new SpreadDocuments(named, titles(sources), own, spreads);
    Truncation cut = spread.truncated();
    return new TraceDocument(
        from,
        target.word(),
        "amplification",
        parameters.asOf(),
        version,
        new TraceDocument.Method(String.valueOf(EvidenceKinds.builtIn().version()), asked(request)),
        spread.paths().stream().map(documents::chain).toList(),
        List.of(),
        List.of(),
        List.of(),
        cut == null ? null : Map.of("reason", cut.reason()),
        rejections.rows(reader::sees),
        null);
  }

  /** Whether anything leads from a member to a target, or what is its own, in one step. */
  private boolean amplifies(
      TraceRequest request, Readership reader, Target target, List<Member> members) {
    SpreadReader links = new SpreadReader(store, reader);
    Set<EntityId> ends = new HashSet<>(links.own(target.entities()).keySet());
    ends.addAll(target.entities());
    List<Link> steps = links.between(members.stream().map(Member::id).toList(), ends);
    if (steps.isEmpty()) {
      return false;
    }
    SpreadTracer spreads = new SpreadTracer(ids -> steps, reader.known(new Sources(store).all()));
    TraceParameters oneStep = parameters(request, members, target).withHops(1).withTop(1);
    return !spreads.trace(ends, oneStep).paths().isEmpty();
  }

  private Map<EntityId, EntityDocument> named(Set<EntityId> ids, Readership reader) {
    Map<EntityId, EntityDocument> named = new LinkedHashMap<>();
    new Entities(store)
        .find(ids, reader)
        .forEach(view -> named.put(view.id(), EntityDocument.of(view)));
    return named;
  }

  private static Map<EntityId, String> titles(List<Source> sources) {
    Map<EntityId, String> titles = new HashMap<>();
    sources.forEach(source -> titles.put(source.id(), source.title()));
    return titles;
  }

  private static Map<String, Object> parameters(TraceRequest request, TraceParameters used) {
    Map<String, Object> parameters = asked(request);
    parameters.put("floor", used.floor());
    parameters.put("degreeCeiling", used.degreeCeiling());
    parameters.put("priorOdds", EvidenceKinds.builtIn().priorOdds());
    return parameters;
  }

  private static Map<String, Object> asked(TraceRequest request) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("hops", request.hops());
    parameters.put("top", request.top());
    parameters.put("trust", request.trust());
    parameters.put("without", request.without());
    Tlp reader = request.reader();
    if (reader != null) {
      parameters.put("tlp", reader.word());
    }
    return parameters;
  }

  private List<ClaimDocument> claims(
      Readership reader, EntityDocument from, List<Member> members, Set<EntityId> named) {
    Set<EntityId> subjects = new HashSet<>(named);
    subjects.add(from.id());
    members.forEach(member -> subjects.add(member.id()));
    return new Claims(store)
        .touchingOrUsedBy(subjects).stream()
            .filter(claim -> claim.status() != Claim.Status.REJECTED)
            .filter(claim -> isFor(reader, claim))
            .map(GraphTraces::claim)
            .toList();
  }

  /** Clew's own proposals are made from everything, so they may tell what a reader must not see. */
  private static boolean isFor(Readership reader, Claim claim) {
    return reader.seesEverything()
        || (reader.sees(claim.source()) && !claim.source().equals(Claims.PROPOSALS));
  }

  private static ClaimDocument claim(Claim claim) {
    return new ClaimDocument(
        claim.id(),
        claim.from(),
        claim.to(),
        claim.source(),
        claim.status().word(),
        claim.reason());
  }
}
