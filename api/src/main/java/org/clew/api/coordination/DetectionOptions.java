package org.clew.api.coordination;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
import picocli.CommandLine.Option;

/**
 * What can be said about a detection, once for the command line and for a JSON document, whose
 * fields have the names of these: {@code --min-weight 3} is {@code {"minWeight": 3}}.
 */
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public final class DetectionOptions {
  @Option(
      names = "--signal",
      split = ",",
      paramLabel = "SIGNAL",
      description =
          "Some of url, reshare, text, near-text, hashtag, hashtag-sequence, reply, fast-reshare,"
              + " image, object, domain; unless given, all whose rows the log holds, without"
              + " near-text, hashtag-sequence and fast-reshare.")
  private List<String> signal = List.of();

  @Option(
      names = "--mode",
      description =
          "What an edge's weight counts: artifacts shared; pairs of posts, as CooRTweet; messages,"
              + " directed, as the coordination-network-toolkit.")
  private String mode = "artifacts";

  @Option(
      names = "--window",
      paramLabel = "TIME",
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

  @Option(names = "--communities", description = "leiden or components.")
  private String communities = "leiden";

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
  private List<String> account = List.of();

  @Option(
      names = "--source",
      split = ",",
      paramLabel = "SOURCE",
      description = "Only rows of these sources.")
  private List<String> source = List.of();

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

  /**
   * What is asked for.
   *
   * @throws ClewException when a value has no sense, naming it
   */
  public DetectionRequest request() {
    return new DetectionRequest(
        signalKinds(),
        parameters(),
        source.stream()
            .map(id -> id.startsWith("source:") ? new EntityId(id) : EntityId.source(id))
            .collect(Collectors.toSet()),
        account.stream().map(EntityId::new).collect(Collectors.toSet()),
        since == null ? null : DetectionValues.start(since),
        until == null ? null : DetectionValues.end(until),
        fastSeconds,
        sequenceLength);
  }

  private Set<SignalKind> signalKinds() {
    Set<SignalKind> kinds = EnumSet.noneOf(SignalKind.class);
    for (String name : signal) {
      kinds.add(
          SignalKind.ofId(name.strip().toLowerCase(Locale.ROOT))
              .orElseThrow(
                  () ->
                      new ClewException(
                          Reason.USAGE,
                          "'"
                              + name
                              + "' is not a signal; there are "
                              + Arrays.stream(SignalKind.values())
                                  .map(SignalKind::id)
                                  .collect(Collectors.joining(", "))
                              + ".")));
    }
    return kinds;
  }

  private DetectionParameters parameters() {
    WeightMode weights = DetectionValues.word("mode", mode, WeightMode.class);
    boolean byDefault = timeFree || weights == WeightMode.ARTIFACTS;
    boolean tested = significance == null ? byDefault : DetectionValues.isOn(significance);
    return new DetectionParameters(
        weights,
        timeFree,
        DetectionValues.seconds(window),
        minParticipation,
        minWeight,
        maxActs,
        threshold == null ? null : DetectionValues.threshold(threshold),
        tested ? new ChanceTest(permutations, seed, maxQ) : null,
        DetectionValues.clusters(
            DetectionValues.word("communities", communities, ClusterParameters.Method.class),
            resolution,
            seed,
            membershipRuns,
            minSize));
  }
}
