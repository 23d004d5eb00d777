package org.clew.api.trace;

import java.util.List;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.links.Hypothesis;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What to trace.
 *
 * @param from an id, a handle, a host, a URL or a name
 * @param to likewise, or {@code state:IR}, or {@code state-media} for every official,
 *     state-controlled or captured outlet
 * @param hypothesis control or amplification
 * @param hops at most so many, 1 to 6
 * @param top how many chains, 1 to 50
 * @param asOf only what was known then; null for all
 * @param trust ids of the only sources that count; empty for all
 * @param without ids of entities, links or sources to leave out
 * @param reader only what a reader up to that level may see; null for all
 */
public record TraceRequest(
    String from,
    String to,
    Hypothesis hypothesis,
    int hops,
    int top,
    @Nullable PartialDate asOf,
    List<String> trust,
    List<String> without,
    @Nullable Tlp reader) {
  /** The target that stands for every outlet a state directs. */
  public static final String STATE_MEDIA = "state-media";

  /** Hops where nobody asks for another number, and the most there can be. */
  public static final int DEFAULT_HOPS = 6;

  /** Chains where nobody asks for another number. */
  public static final int DEFAULT_TOP = 10;

  private static final int MAX_TOP = 50;

  public TraceRequest {
    require(!from.isBlank(), "A trace needs an entity to start from, in \"from\".");
    require(!to.isBlank(), "A trace needs a target in \"to\", such as state-media.");
    require(
        hypothesis == Hypothesis.CONTROL || hypothesis == Hypothesis.AMPLIFICATION,
        "The hypothesis of a trace is control or amplification.");
    require(hops >= 1 && hops <= DEFAULT_HOPS, "The hops of a trace run from 1 to 6.");
    require(top >= 1 && top <= MAX_TOP, "A trace gives from 1 to 50 chains.");
    trust = List.copyOf(trust);
    without = List.copyOf(without);
  }

  /** A trace of control evidence with the defaults. */
  public static TraceRequest of(String from, String to) {
    return new TraceRequest(
        from, to, Hypothesis.CONTROL, DEFAULT_HOPS, DEFAULT_TOP, null, List.of(), List.of(), null);
  }

  /** The same for another reader. */
  public TraceRequest forReader(@Nullable Tlp other) {
    return new TraceRequest(from, to, hypothesis, hops, top, asOf, trust, without, other);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new ClewException(Reason.USAGE, sentence);
    }
  }
}
