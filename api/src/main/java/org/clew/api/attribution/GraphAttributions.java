package org.clew.api.attribution;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.clew.api.attribution.AttributionDocument.CandidateDocument;
import org.clew.api.attribution.ComparisonDocument.Side;
import org.clew.api.attribution.ComparisonDocument.SideBySide;
import org.clew.api.entity.EntityDocument;
import org.clew.api.entity.EntityResolver;
import org.clew.api.trace.TraceDocuments;
import org.clew.api.trace.TraceSelection;
import org.clew.cypher.attribution.AttributionReader;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.source.Readership;
import org.clew.cypher.source.Sources;
import org.clew.cypher.trace.CypherEvidenceGraph;
import org.clew.cypher.trace.EvidenceSnapshots;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.Rejections;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.attribution.Amplification;
import org.clew.model.attribution.AmplificationLayer;
import org.clew.model.attribution.Amplifiers;
import org.clew.model.attribution.Attribution;
import org.clew.model.attribution.AttributionCase;
import org.clew.model.attribution.AttributionInputs;
import org.clew.model.attribution.AttributionParameters;
import org.clew.model.attribution.Attributor;
import org.clew.model.attribution.CandidateFinding;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Tlp;
import org.clew.model.trace.Chain;
import org.clew.model.trace.EvidenceGraph;
import org.clew.model.trace.Member;
import org.jspecify.annotations.Nullable;

/** Attributions in a graph, from what a person typed to a document. */
@Singleton
public final class GraphAttributions implements AttributionService {
  /** In a batch, verdicts are drawn up where the best chain reaches this. */
  private static final double BATCH_FLOOR = 0.01;

  private final GraphStore store;
  private final Rejections rejections;
  private final EntityResolver resolver;
  private final TraceSelection selection;
  private final Attributor attributor;
  private final Supplier<EvidenceGraph> evidence;

  /** The graph as one reader may see it, and how many rows are missing from it. */
  private record View(
      @Nullable Tlp level, Readership reader, AttributionReader inputs, long rejectedRows) {}

  /** The attributions of a graph, read from the database. */
  public GraphAttributions(GraphStore store, DataFolder data) {
    this(store, data, () -> new CypherEvidenceGraph(store));
  }

  /** The attributions of a graph that a server answers, from memory where that is ready. */
  @Inject
  GraphAttributions(GraphStore store, DataFolder data, EvidenceSnapshots snapshots) {
    this(store, data, snapshots::graph);
  }

  private GraphAttributions(GraphStore store, DataFolder data, Supplier<EvidenceGraph> evidence) {
    this.store = store;
    this.rejections = data.rejections();
    this.evidence = evidence;
    this.resolver = new EntityResolver(store);
    this.selection = new TraceSelection(store);
    this.attributor = new Attributor(Clock.systemUTC());
  }

  @Override
  public AttributionDocument attribute(AttributionRequest request) {
    View view = view(request.reader());
    EntityId subject = subject(request.subject(), view);
    AttributionParameters parameters = parameters(request);
    return document(
        view,
        attribution(
            subject,
            view.inputs().inputs(List.of(subject)),
            view.inputs().layer(parameters.search().asOf()),
            evidence(view),
            parameters));
  }

  private EvidenceGraph evidence(View view) {
    return view.reader().seesEverything()
        ? evidence.get()
        : new CypherEvidenceGraph(store, view.reader());
  }

  private View view(@Nullable Tlp level) {
    Readership reader = Readership.upTo(store, level);
    return new View(
        level, reader, new AttributionReader(store, reader), rejections.rows(reader::sees));
  }

  /** Two subjects side by side. */
  public ComparisonDocument compare(AttributionRequest request, String against) {
    List<AttributionDocument> both = List.of(attribute(request), attribute(request.about(against)));
    Map<EntityId, SideBySide> rows = new TreeMap<>();
    sides(both.get(0))
        .forEach((id, side) -> rows.put(id, new SideBySide(id, name(both, id), side, null)));
    sides(both.get(1))
        .forEach(
            (id, side) -> {
              SideBySide row = rows.get(id);
              rows.put(
                  id, new SideBySide(id, name(both, id), row == null ? null : row.first(), side));
            });
    List<SideBySide> sorted = new ArrayList<>(rows.values());
    sorted.sort(
        Comparator.comparingDouble((SideBySide row) -> -Math.max(of(row.first()), of(row.second())))
            .thenComparing(SideBySide::id));
    return new ComparisonDocument(both, sorted);
  }

  /** All clusters in one pass over the graph, by id; verdicts where the best chain reaches .01. */
  public List<AttributionDocument> allClusters(AttributionRequest request) {
    View view = view(request.reader());
    List<EntityId> clusters = view.inputs().clusters();
    AttributionParameters of = parameters(request);
    AttributionParameters parameters = of.withSearch(of.search().withFloor(BATCH_FLOOR));
    AttributionInputs inputs = view.inputs().inputs(clusters);
    AmplificationLayer layer = view.inputs().layer(parameters.search().asOf());
    EvidenceGraph graph = evidence(view);
    return clusters.stream()
        .map(cluster -> document(view, attribution(cluster, inputs, layer, graph, parameters)))
        .toList();
  }

  private EntityId subject(String text, View view) {
    EntityDocument subject = resolver.resolve(text, view.reader());
    if (subject.kind() != EntityKind.CLUSTER && !subject.kind().isAsset()) {
      throw new ClewException(
          Reason.USAGE,
          subject.id() + " is neither a cluster nor an asset, so nobody can be behind it.");
    }
    return subject.id();
  }

  private AttributionParameters parameters(AttributionRequest request) {
    @Nullable PartialDate asOf = request.asOf();
    AttributionParameters defaults =
        AttributionParameters.DEFAULTS.withTables(request.kinds(), request.verdicts());
    return defaults.withSearch(
        defaults
            .search()
            .withAsOf(asOf == null ? null : asOf.latest())
            .withTrust(selection.trust(request.trust()))
            .withWithout(selection.without(request.without())));
  }

  private Attribution attribution(
      EntityId subject,
      AttributionInputs inputs,
      AmplificationLayer layer,
      EvidenceGraph graph,
      AttributionParameters parameters) {
    AttributionCase about = inputs.about(subject, parameters);
    List<EntityId> members = about.members().stream().map(Member::id).toList();
    @Nullable Amplification amplification =
        layer.links() == 0 ? null : Amplifiers.test(layer, members, about.outlets());
    return attributor.attribute(graph, about, amplification, parameters);
  }

  private AttributionDocument document(View view, Attribution attribution) {
    List<Chain> chains =
        attribution.candidates().stream()
            .flatMap(each -> each.control().chains().stream())
            .toList();
    Map<EntityId, EntityDocument> named = new LinkedHashMap<>();
    new Entities(store)
        .find(TraceDocuments.named(chains, attribution.leads()), view.reader())
        .forEach(entity -> named.put(entity.id(), EntityDocument.of(entity)));
    Map<EntityId, String> titles = new HashMap<>();
    view.reader()
        .known(new Sources(store).all())
        .forEach(source -> titles.put(source.id(), source.title()));
    Set<EntityId> reached = new TreeSet<>();
    for (CandidateFinding each : attribution.candidates()) {
      if (each.amplification() != null) {
        reached.add(each.candidate().id());
      }
    }
    List<EntityId> members = attribution.subject().members().stream().map(Member::id).toList();
    return new AttributionDocuments(
            new TraceDocuments(named, titles),
            view.inputs().chronologies(members, reached),
            view.level(),
            view.rejectedRows())
        .document(attribution);
  }

  private static Map<EntityId, Side> sides(AttributionDocument of) {
    Map<EntityId, Side> sides = new LinkedHashMap<>();
    for (CandidateDocument each : of.candidates()) {
      sides.put(
          each.outlet().id(),
          new Side(
              each.control().score(),
              each.control().weakest(),
              each.verdict().relation(),
              each.verdict().confidence()));
    }
    of.origins()
        .forEach(
            each ->
                sides.put(
                    each.state(),
                    new Side(
                        each.origin().score(),
                        each.origin().weakest(),
                        each.verdict().relation(),
                        each.verdict().confidence())));
    return sides;
  }

  private static String name(List<AttributionDocument> both, EntityId id) {
    Set<String> names = new LinkedHashSet<>();
    both.forEach(
        of ->
            of.candidates().stream()
                .filter(each -> each.outlet().id().equals(id))
                .forEach(each -> names.add(each.outlet().name())));
    return names.isEmpty() ? id.local() : names.iterator().next();
  }

  private static double of(@Nullable Side side) {
    return side == null ? 0 : side.score();
  }
}
