package org.clew.loader.coordination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.loader.observation.Load;
import org.clew.loader.observation.LoadedFile;
import org.clew.loader.observation.ObservationLog;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.coordination.ClusterResult;
import org.clew.model.coordination.Clusters;
import org.clew.model.coordination.DetectedLayer;
import org.clew.model.coordination.LayerDetection;
import org.clew.model.coordination.Observations;
import org.clew.model.coordination.SignalKind;
import org.clew.model.coordination.SignalLayer;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;

/**
 * Detects coordination in an observation log: reads each signal's acts, finds and tests edges, and
 * fuses the kept ones into clusters. The answer depends neither on the number of threads nor on the
 * order in which the log was filled; only in {@code PAIRS} does the order of two posts at one
 * second decide which counts as the older.
 */
public final class Detection {
  private final ObservationLog log;
  private final DetectionRequest request;
  private final int threads;
  private final DetectionProgress progress;

  private Detection(
      ObservationLog log, DetectionRequest request, int threads, DetectionProgress progress) {
    this.log = log;
    this.request = request;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Finds edges and clusters.
   *
   * @param threads how many threads to use, at least 1
   * @throws ClewException USAGE when the log holds nothing of the signals asked for; NOT_FOUND when
   *     it holds nothing of a source
   */
  public static DetectionResult run(
      ObservationLog log, DetectionRequest request, int threads, DetectionProgress progress) {
    return new Detection(log, request, threads, progress).run(true);
  }

  /** Finds edges alone, which is quicker; the result has no clusters. */
  public static DetectionResult edges(
      ObservationLog log, DetectionRequest request, int threads, DetectionProgress progress) {
    return new Detection(log, request, threads, progress).run(false);
  }

  private DetectionResult run(boolean withClusters) {
    List<Load> loads = log.loads();
    List<SignalKind> signals = request.signalsIn(loads);
    if (signals.isEmpty()) {
      throw new ClewException(
          Reason.USAGE, "The observation log holds no posts; load some with 'clew load FILE'.");
    }
    requireSources(loads);
    SignalReader reader = new SignalReader(log, request, withClusters);
    List<SignalRows> rows = new ArrayList<>();
    for (SignalKind signal : signals) {
      progress.report(signal.id() + ": reading", 0, 1);
      rows.add(reader.read(signal));
    }
    Ranking accounts = accounts(rows, reader);
    List<NamedLayer> layers = new ArrayList<>();
    boolean canonical = withClusters || request.parameters().significance() != null;
    for (int i = 0; i < rows.size(); i++) {
      layers.add(layer(rows.get(i), accounts, reader, canonical, withClusters));
      rows.set(i, new SignalRows(rows.get(i).signal(), Observations.builder().build(), n -> ""));
    }
    return new DetectionResult(
        key(loads, signals),
        request,
        signals,
        sources(loads),
        accounts.names(),
        layers,
        withClusters ? clusters(layers) : null);
  }

  private void requireSources(List<Load> loads) {
    Set<EntityId> known =
        loads.stream()
            .flatMap(load -> load.files().stream())
            .map(LoadedFile::source)
            .collect(Collectors.toSet());
    for (EntityId source : request.sources()) {
      if (!known.contains(source)) {
        throw new ClewException(
            Reason.NOT_FOUND, "The observation log holds no rows of " + source + ".");
      }
    }
  }

  private NamedLayer layer(
      SignalRows rows,
      Ranking accounts,
      SignalReader reader,
      boolean canonical,
      boolean withClusters) {
    Observations read = rows.observations();
    if (!canonical) {
      return new NamedLayer(
          detect(rows.signal(), read.withAccounts(accounts.ranks())),
          null,
          rows.artifacts(),
          reader.posts()::get);
    }
    BitSet used = new BitSet();
    for (int row = 0; row < read.size(); row++) {
      used.set(read.artifact(row));
    }
    Ranking artifacts = Ranking.of(used, rows.artifacts());
    DetectedLayer layer =
        detect(rows.signal(), read.renumbered(accounts.ranks(), artifacts.ranks()));
    return new NamedLayer(
        layer,
        withClusters ? layer.kept(request.parameters(), threads) : null,
        artifacts.names()::get,
        reader.posts()::get);
  }

  private DetectedLayer detect(SignalKind signal, Observations observations) {
    progress.report(signal.id() + ": finding edges", 0, 1);
    return LayerDetection.detect(
        signal,
        observations,
        request.parameters(),
        threads,
        (done, total) -> progress.report(signal.id() + ": testing", done, total));
  }

  private ClusterResult clusters(List<NamedLayer> layers) {
    progress.report("clusters", 0, 1);
    List<SignalLayer> kept =
        layers.stream().map(NamedLayer::kept).filter(Objects::nonNull).toList();
    return Clusters.find(kept, request.parameters().clusters(), threads);
  }

  private static Ranking accounts(List<SignalRows> rows, SignalReader reader) {
    BitSet used = new BitSet();
    for (SignalRows signal : rows) {
      Observations observations = signal.observations();
      for (int row = 0; row < observations.size(); row++) {
        used.set(observations.account(row));
      }
    }
    return Ranking.of(used, reader.accounts()::get);
  }

  private String key(List<Load> loads, List<SignalKind> signals) {
    String content =
        loads.stream()
            .map(load -> load.id() + load.segment())
            .sorted()
            .collect(Collectors.joining());
    return Hashes.shortHash(request.describe() + "|" + signals + "|" + content);
  }

  private List<EntityId> sources(List<Load> loads) {
    Stream<EntityId> all =
        loads.stream().flatMap(load -> load.files().stream()).map(LoadedFile::source);
    return all.filter(id -> request.sources().isEmpty() || request.sources().contains(id))
        .distinct()
        .sorted()
        .toList();
  }
}
