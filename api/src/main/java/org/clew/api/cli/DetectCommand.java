package org.clew.api.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.api.coordination.DetectionDocument;
import org.clew.api.coordination.Detections;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.coordination.DetectionRequest;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.coordination.ClusterParameters;
import org.clew.model.coordination.DetectionParameters;
import org.clew.model.coordination.DetectionParameters.ChanceTest;
import org.clew.model.coordination.SignalKind;
import org.clew.model.coordination.WeightMode;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "detect",
    description =
        "Finds accounts that act together more than chance brings, and the clusters they form.")
final class DetectCommand extends GraphCommand {
  @Option(
      names = "--signal",
      split = ",",
      paramLabel = "SIGNAL",
      description =
          "Some of url, reshare, text, near-text, hashtag, hashtag-sequence, reply, fast-reshare,"
              + " image, object, domain; unless given, all whose rows the log holds, without"
              + " near-text, hashtag-sequence and fast-reshare.")
  private List<String> signals = List.of();

  @Option(
      names = "--mode",
      defaultValue = "artifacts",
      description =
          "What an edge's weight counts: artifacts shared; pairs of posts, as CooRTweet; messages,"
              + " directed, as the coordination-network-toolkit.")
  private WeightMode mode = WeightMode.ARTIFACTS;

  @Option(
      names = "--window",
      paramLabel = "TIME",
      defaultValue = "60s",
      description = "The largest distance in time, inclusive: 60s, 10m, 1h, 2d.")
  private String window = "60s";

  @Option(
      names = "--time-free",
      description = "Compares accounts whatever the time, by the cosine of what they act on.")
  private boolean timeFree;

  @Option(
      names = "--min-participation",
      paramLabel = "N",
      description =
          "Leaves out accounts with fewer acts; 0 for the mode's own: 2 for artifacts and pairs, 1"
              + " for messages, 10 when time-free.")
  private int minParticipation;

  @Option(
      names = "--min-weight",
      paramLabel = "N",
      description = "Drops lighter edges; 0 for the mode's own: 2 for artifacts, else 1.")
  private int minWeight;

  @Option(
      names = "--max-acts",
      paramLabel = "N",
      description = "Leaves out artifacts with more acts and names them; 0 for no limit.")
  private int maxActs;

  @Option(
      names = "--threshold",
      paramLabel = "QUANTILE",
      description =
          "Keeps for clusters the edges heavier than a quantile of the weights, as '>0.5' (CooRTweet)"
              + " or '>=0.5' (CooRnet). Mode pairs without significance: '>0.5'.")
  private @Nullable String threshold;

  @Option(
      names = "--significance",
      arity = "1",
      paramLabel = "on|off",
      description = "Tests edges against chance; unless given, on for artifacts and time-free.")
  private @Nullable String significance;

  @Option(names = "--permutations", description = "Of the test against chance.")
  private int permutations = ChanceTest.defaults().permutations();

  @Option(names = "--max-q", description = "The largest q of an edge kept for clusters.")
  private double maxQ = ChanceTest.defaults().maxQ();

  @Option(names = "--seed", description = "Of permutations and communities.")
  private long seed = ChanceTest.defaults().seed();

  @Option(names = "--communities", defaultValue = "leiden", description = "leiden or components.")
  private ClusterParameters.Method communities = ClusterParameters.Method.LEIDEN;

  @Option(names = "--resolution", description = "Above 1 gives smaller communities.")
  private double resolution = ClusterParameters.defaults().resolution();

  @Option(names = "--min-size", description = "Smaller communities are no clusters.")
  private int minSize = ClusterParameters.defaults().minSize();

  @Option(
      names = "--membership-runs",
      description = "Resampled runs that membership is estimated from.")
  private int membershipRuns = ClusterParameters.defaults().runs();

  @Option(
      names = "--account",
      split = ",",
      paramLabel = "ID",
      description = "Only these accounts, as account:x:123.")
  private List<String> accounts = List.of();

  @Option(
      names = "--source",
      split = ",",
      paramLabel = "SOURCE",
      description = "Only rows of these sources.")
  private List<String> sources = List.of();

  @Option(names = "--since", paramLabel = "DATE", description = "Only acts on that day or later.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "DATE", description = "Only acts on that day or earlier.")
  private @Nullable String until;

  @Option(
      names = "--fast-seconds",
      description = "The largest delay of a fast reshare, in seconds.")
  private long fastSeconds = 10;

  @Option(names = "--sequence-length", description = "The least number of hashtags in a sequence.")
  private int sequenceLength = 5;

  @Option(names = "--threads", description = "Changes nothing but the time.")
  private int threads = Math.min(2, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--edges-out",
      paramLabel = "FILE",
      description =
          "Writes every edge found as CSV: from, to, weight, mean_delay_seconds, symmetry, p, q.")
  private @Nullable Path edgesOut;

  @Option(
      names = "--dry-run",
      description = "Writes nothing to the graph and needs none; with --edges-out only edges.")
  private boolean dryRun;

  DetectCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    print(detect(request()), d -> DetectionText.of(d).forEach(this::line));
    return DONE;
  }

  private DetectionDocument detect(DetectionRequest request) {
    try (DetectProgress progress = new DetectProgress(context().err())) {
      Detections detections = new Detections(openLog(), Math.max(1, threads), progress);
      if (dryRun) {
        return detections.dryRun(request, edgesOut);
      }
      try (GraphStore store = openGraph()) {
        return detections.run(request, edgesOut, store);
      }
    }
  }

  private DetectionRequest request() {
    return new DetectionRequest(
        signalKinds(),
        parameters(),
        sources.stream()
            .map(id -> id.startsWith("source:") ? new EntityId(id) : EntityId.source(id))
            .collect(Collectors.toSet()),
        accounts.stream().map(EntityId::new).collect(Collectors.toSet()),
        since == null ? null : DetectOptions.start(since),
        until == null ? null : DetectOptions.end(until),
        fastSeconds,
        sequenceLength);
  }

  private Set<SignalKind> signalKinds() {
    Set<SignalKind> kinds = EnumSet.noneOf(SignalKind.class);
    for (String signal : signals) {
      kinds.add(
          SignalKind.ofId(signal.strip().toLowerCase(Locale.ROOT))
              .orElseThrow(
                  () ->
                      new ClewException(
                          Reason.USAGE,
                          "'"
                              + signal
                              + "' is not a signal; there are "
                              + Arrays.stream(SignalKind.values())
                                  .map(SignalKind::id)
                                  .collect(Collectors.joining(", "))
                              + ".")));
    }
    return kinds;
  }

  private DetectionParameters parameters() {
    boolean byDefault = timeFree || mode == WeightMode.ARTIFACTS;
    boolean tested = significance == null ? byDefault : DetectOptions.isOn(significance);
    return new DetectionParameters(
        mode,
        timeFree,
        DetectOptions.seconds(window),
        minParticipation,
        minWeight,
        maxActs,
        threshold == null ? null : DetectOptions.threshold(threshold),
        tested ? new ChanceTest(permutations, seed, maxQ) : null,
        DetectOptions.clusters(communities, resolution, seed, membershipRuns, minSize));
  }
}
