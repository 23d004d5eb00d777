package org.clew.loader.coordination;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clew.loader.observation.Load;
import org.clew.loader.observation.RowFilter;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.coordination.ClusterParameters;
import org.clew.model.coordination.DetectionParameters;
import org.clew.model.coordination.DetectionParameters.ChanceTest;
import org.clew.model.coordination.FastReshares;
import org.clew.model.coordination.HashtagSequences;
import org.clew.model.coordination.SignalKind;
import org.clew.model.coordination.WeightThreshold;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.TimePrecision;
import org.jspecify.annotations.Nullable;

/**
 * What to detect in a log.
 *
 * @param signals which signals; empty for every one whose rows the log holds, without near-text,
 *     hashtag-sequence and fast-reshare, which are made of rows that count already
 * @param parameters how edges and clusters are made
 * @param sources rows of these sources only; empty for all
 * @param accounts rows of these accounts only; empty for all
 * @param since at this instant or later; null for no bound
 * @param until before this instant; null for no bound
 * @param fastReshareSeconds the largest delay of a fast reshare, inclusive
 * @param sequenceLength the least number of hashtags in a sequence
 */
public record DetectionRequest(
    Set<SignalKind> signals,
    DetectionParameters parameters,
    Set<EntityId> sources,
    Set<EntityId> accounts,
    @Nullable Instant since,
    @Nullable Instant until,
    long fastReshareSeconds,
    int sequenceLength) {
  /** Copies the sets and checks the ranges. */
  public DetectionRequest {
    signals = copy(signals);
    sources = Set.copyOf(sources);
    accounts = Set.copyOf(accounts);
    if (fastReshareSeconds < 0 || sequenceLength < 1) {
      throw new ClewException(
          Reason.USAGE, "A delay is 0 seconds or more, and a sequence has a hashtag or more.");
    }
  }

  /** Some signals in the whole log. */
  public static DetectionRequest of(Set<SignalKind> signals, DetectionParameters parameters) {
    return new DetectionRequest(
        signals,
        parameters,
        Set.of(),
        Set.of(),
        null,
        null,
        FastReshares.DEFAULT_SECONDS,
        HashtagSequences.DEFAULT_LENGTH);
  }

  private static Set<SignalKind> copy(Set<SignalKind> signals) {
    Set<SignalKind> copy = EnumSet.noneOf(SignalKind.class);
    copy.addAll(signals);
    return Collections.unmodifiableSet(copy);
  }

  /** The signals asked for, or those that some loads hold the rows of, in the order of the enum. */
  List<SignalKind> signalsIn(Collection<Load> loads) {
    return Arrays.stream(SignalKind.values())
        .filter(
            signal ->
                signals.isEmpty()
                    ? signal.isPlain()
                        && loads.stream().anyMatch(load -> load.rows().containsKey(signal.rows()))
                    : signals.contains(signal))
        .toList();
  }

  /** Rows that can be compared: with a time, within a window one that is known to the minute. */
  RowFilter filter() {
    return RowFilter.all()
        .withSources(sources)
        .withAccounts(accounts)
        .between(since, until)
        .withCoarsest(parameters.timeFree() ? TimePrecision.YEAR : TimePrecision.MINUTE);
  }

  /** Everything that decides the result, by name, as texts, numbers, booleans and lists of text. */
  public SortedMap<String, Object> describe() {
    SortedMap<String, Object> all = new TreeMap<>();
    all.put("mode", parameters.timeFree() ? "time-free" : word(parameters.mode()));
    if (!parameters.timeFree()) {
      all.put("windowSeconds", parameters.windowSeconds());
    }
    all.put("minParticipation", (long) parameters.minParticipation());
    all.put("minWeight", (long) parameters.minWeight());
    all.put("maxRowsPerArtifact", (long) parameters.maxRowsPerArtifact());
    all.put("fastReshareSeconds", fastReshareSeconds);
    all.put("sequenceLength", (long) sequenceLength);
    all.put("onlySources", ids(sources));
    all.put("onlyAccounts", ids(accounts));
    putIfKnown(all, "since", since);
    putIfKnown(all, "until", until);
    WeightThreshold threshold = parameters.threshold();
    putIfKnown(
        all,
        "threshold",
        threshold == null ? null : (threshold.inclusive() ? ">=" : ">") + threshold.quantile());
    ChanceTest test = parameters.significance();
    all.put("significance", test != null);
    if (test != null) {
      all.put("permutations", (long) test.permutations());
      all.put("significanceSeed", test.seed());
      all.put("maxQ", test.maxQ());
    }
    describe(parameters.clusters(), all);
    return all;
  }

  private static void describe(ClusterParameters clusters, SortedMap<String, Object> all) {
    all.put("communities", word(clusters.method()));
    all.put("resolution", clusters.resolution());
    all.put("clusterSeed", clusters.seed());
    all.put("membershipRuns", (long) clusters.runs());
    all.put("minSize", (long) clusters.minSize());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static List<String> ids(Set<EntityId> ids) {
    return ids.stream().map(EntityId::value).sorted().collect(Collectors.toList());
  }

  private static void putIfKnown(
      SortedMap<String, Object> all, String key, @Nullable Object value) {
    if (value != null) {
      all.put(key, value.toString());
    }
  }
}
