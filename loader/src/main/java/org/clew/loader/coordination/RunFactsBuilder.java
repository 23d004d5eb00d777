package org.clew.loader.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.clew.cypher.coordination.DetectionRuns;
import org.clew.cypher.coordination.MeasuredLink;
import org.clew.cypher.coordination.RunFacts;
import org.clew.loader.observation.ObservationLog;
import org.clew.model.coordination.ClusterResult;
import org.clew.model.coordination.DetectedCluster;
import org.clew.model.coordination.SignalLayer;
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

/** What a detection says to the graph. */
public final class RunFactsBuilder {
  private final DetectionResult result;
  private final ClusterResult clusters;
  private final ClusterIds ids;
  private final ObservationLog log;
  private final EntityId run;
  private final List<Source> sources = new ArrayList<>();
  private final SortedMap<EntityId, StatedEntity> entities = new TreeMap<>();
  private final List<MeasuredLink> links = new ArrayList<>();
  private final Set<EntityId> accounts = new TreeSet<>();
  private final List<Map<LocalDate, Long>> days = new ArrayList<>();

  private RunFactsBuilder(DetectionResult result, ClusterResult clusters, ObservationLog log) {
    this.result = result;
    this.clusters = clusters;
    this.ids = new ClusterIds(result, clusters);
    this.log = log;
    this.run = runId(result);
  }

  /** The id of the run that a result is of. */
  public static EntityId runId(DetectionResult result) {
    return EntityId.source("detection-" + result.key());
  }

  /**
   * The facts of a result with clusters.
   *
   * @param log where it was detected, to cite its rows
   * @param undescribed tells of accounts those that no other source describes
   */
  public static RunFacts of(
      DetectionResult result,
      ObservationLog log,
      Function<Collection<EntityId>, Set<EntityId>> undescribed) {
    ClusterResult clusters =
        Objects.requireNonNull(result.clusters(), "A run without clusters is not written.");
    return new RunFactsBuilder(result, clusters, log).build(undescribed);
  }

  private RunFacts build(Function<Collection<EntityId>, Set<EntityId>> undescribed) {
    sources.add(
        source(run, "Detection " + result.key(), DetectionRuns.RUN_FORMAT, result.sources()));
    clusters.clusters().forEach(cluster -> days.add(new TreeMap<>()));
    for (NamedLayer layer : result.layers()) {
      SignalLayer kept = layer.kept();
      if (kept != null) {
        new LayerFacts(layer, kept).add();
      }
    }
    for (int cluster = 0; cluster < clusters.clusters().size(); cluster++) {
      addCluster(cluster);
    }
    for (EntityId account : undescribed.apply(accounts)) {
      state(Entity.of(account, account.local()), run);
    }
    Facts facts = new Facts(sources, List.copyOf(entities.values()), List.of());
    return new RunFacts(run, parameters(), facts, links);
  }

  private static Source source(EntityId id, String title, String format, List<EntityId> origins) {
    return new Source(
        id, title, "Clew", null, Grade.UNKNOWN, null, null, null, null, format, origins);
  }

  private void state(Entity entity, EntityId source) {
    entities.putIfAbsent(entity.id(), new StatedEntity(entity, source, List.of()));
  }

  private SortedMap<String, Object> parameters() {
    SortedMap<String, Object> parameters = new TreeMap<>(result.request().describe());
    parameters.put("signals", result.signals().stream().map(signal -> signal.id()).toList());
    parameters.put("clusters", (long) clusters.clusters().size());
    parameters.put("edgesKept", (long) clusters.fused().size());
    parameters.put(
        "edgesFound",
        result.layers().stream().mapToLong(layer -> layer.layer().edges().size()).sum());
    parameters.put(
        "accountsInClusters",
        clusters.clusters().stream().mapToLong(cluster -> cluster.members().size()).sum());
    List<String> capped =
        result.layers().stream()
            .flatMap(
                layer ->
                    layer.layer().capped().stream()
                        .map(
                            one ->
                                layer.layer().signal().id()
                                    + " "
                                    + layer.artifacts().apply(one.artifact())
                                    + ": "
                                    + one.reason()))
            .toList();
    parameters.put("leftOut", capped);
    return parameters;
  }

  private void addCluster(int number) {
    DetectedCluster cluster = clusters.clusters().get(number);
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put(Attribute.DETECTOR.key(), ClusterIds.DETECTOR);
    attributes.put(Attribute.SIZE.key(), (long) cluster.members().size());
    attributes.put(Attribute.EDGES.key(), (long) cluster.edges());
    attributes.put(Attribute.DENSITY.key(), cluster.density());
    List<DetectedCluster.Signal> signals =
        cluster.signals().stream().filter(signal -> signal.edges() > 0).toList();
    attributes.put(
        Attribute.SIGNALS.key(),
        signals.stream().map(signal -> signal.name() + " " + signal.edges()).toList());
    attributes.put(
        Attribute.FIRST_SEEN.key(), Instant.ofEpochSecond(cluster.firstSeconds()).toString());
    attributes.put(
        Attribute.LAST_SEEN.key(), Instant.ofEpochSecond(cluster.lastSeconds()).toString());
    attributes.put(
        Attribute.TIMELINE.key(),
        days.get(number).entrySet().stream()
            .map(day -> day.getKey() + " " + day.getValue())
            .toList());
    attributes.put(
        Attribute.ALTERNATIVES.key(),
        cluster.alternatives().stream().map(one -> Alternatives.sentence(one, result)).toList());
    String name =
        String.format(
            Locale.ROOT,
            "%d accounts acting together: %s",
            cluster.members().size(),
            String.join(", ", signals.stream().map(DetectedCluster.Signal::name).toList()));
    state(Entity.of(ids.id(number), name, attributes), run);
    for (DetectedCluster.Member member : cluster.members()) {
      EntityId account = result.account(member.account());
      accounts.add(account);
      SortedMap<String, Object> measures = new TreeMap<>();
      measures.put("probability", member.probability());
      measures.put("run", run.value());
      links.add(
          new MeasuredLink(
              Link.of(account, LinkType.IN_CLUSTER, ids.id(number), run, Basis.DERIVED), measures));
    }
  }

  /** What one signal says. */
  private final class LayerFacts {
    private final NamedLayer named;
    private final SignalLayer kept;
    private final EntityId source;
    private final String signal;

    LayerFacts(NamedLayer named, SignalLayer kept) {
      this.named = named;
      this.kept = kept;
      this.signal = named.layer().signal().id();
      this.source = EntityId.source("detection-" + result.key() + "-" + signal);
    }

    void add() {
      sources.add(
          source(
              source,
              "Detection " + result.key() + ", " + signal,
              DetectionRuns.SIGNAL_FORMAT,
              List.of(run)));
      for (int edge = 0; edge < named.layer().edges().size(); edge++) {
        if (named.layer().measures().isKept(edge)) {
          addEdge(edge);
        }
      }
      SupportingActs acts = new SupportingActs(kept, ids);
      acts.countDays(kept, ids, days);
      addShared(acts);
    }

    private void addEdge(int edge) {
      int one = named.layer().edges().from(edge);
      int two = named.layer().edges().to(edge);
      int support = kept.edges().find(Math.min(one, two), Math.max(one, two));
      if (support < 0) {
        return;
      }
      List<String> artifacts = new ArrayList<>();
      for (int i = 0; i < Math.min(Link.MAX_EVIDENCE, kept.support().size(support)); i++) {
        artifacts.add(artifactId(kept.support().artifact(support, i)).value());
      }
      accounts.add(result.account(one));
      accounts.add(result.account(two));
      links.add(
          new MeasuredLink(
              new Link(
                  result.account(one),
                  LinkType.COORDINATES_WITH,
                  result.account(two),
                  source,
                  date(Instant.ofEpochSecond(kept.support().firstSeconds(support))),
                  date(Instant.ofEpochSecond(kept.support().lastSeconds(support))),
                  kept.support().size(support),
                  Basis.DERIVED,
                  null,
                  null,
                  artifacts,
                  null),
              measures(edge)));
    }

    private SortedMap<String, Object> measures(int edge) {
      SortedMap<String, Object> measures = new TreeMap<>();
      measures.put("run", run.value());
      measures.put("signal", signal);
      measures.put("mode", Objects.requireNonNull(result.request().describe().get("mode")));
      if (!result.request().parameters().timeFree()) {
        measures.put("window", result.request().parameters().windowSeconds());
      }
      measures.put("weight", named.layer().edges().weight(edge));
      putIfKnown(measures, "meanDelaySeconds", named.layer().measures().meanDelaySeconds(edge));
      putIfKnown(measures, "symmetry", named.layer().measures().symmetry(edge));
      putIfKnown(measures, "p", named.layer().measures().p(edge));
      putIfKnown(measures, "q", named.layer().measures().q(edge));
      return measures;
    }

    private void addShared(SupportingActs supporting) {
      Set<String> posts = new LinkedHashSet<>();
      Set<EntityId> members = new TreeSet<>();
      supporting.each(
          (artifact, account, acts) -> {
            acts.posts().forEach(post -> posts.add(named.posts().apply(post)));
            members.add(result.account(account));
          });
      RowReferences references =
          new RowReferences(log, result.request(), named.layer().signal(), posts, members);
      supporting.each((artifact, account, acts) -> share(artifact, account, acts, references));
    }

    private void share(
        int artifact, int account, SupportingActs.Acts acts, RowReferences references) {
      EntityId id = artifactId(artifact);
      String value = named.artifacts().apply(artifact);
      String post = named.posts().apply(acts.posts().get(0));
      state(
          Entity.of(id, references.text(post, value), Map.of(Attribute.VALUE.key(), value)),
          source);
      SortedMap<String, Object> measures = new TreeMap<>();
      measures.put("run", run.value());
      measures.put("signal", signal);
      links.add(
          new MeasuredLink(
              new Link(
                  result.account(account),
                  LinkType.SHARED,
                  id,
                  source,
                  date(acts.first()),
                  date(acts.last()),
                  acts.count(),
                  Basis.DERIVED,
                  null,
                  null,
                  acts.posts().stream()
                      .map(one -> references.row(named.posts().apply(one)))
                      .toList(),
                  null),
              measures));
    }

    private EntityId artifactId(int artifact) {
      return Artifacts.id(named.layer().signal(), named.artifacts().apply(artifact));
    }
  }

  private static PartialDate date(Instant instant) {
    return new PartialDate(instant.toString());
  }

  private static void putIfKnown(SortedMap<String, Object> measures, String name, double value) {
    if (!Double.isNaN(value)) {
      measures.put(name, value);
    }
  }
}
