package org.clew.api.trace;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clew.model.links.Hypothesis;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * A trace as it is asked for over HTTP or kept under a name, where almost everything may be left
 * out.
 *
 * @param from where it starts
 * @param to the target; state media where it is null
 * @param hypothesis control or amplification; control where it is null
 * @param hops at most so many steps
 * @param top how many chains
 * @param asOf only what was known then
 * @param trust only what these sources say
 * @param without as if these were wrong
 * @param tlp only what a reader up to that level may see; everything where it is null
 */
public record TraceBody(
    @Nullable String from,
    @Nullable String to,
    @Nullable String hypothesis,
    @Nullable Integer hops,
    @Nullable Integer top,
    @Nullable String asOf,
    @Nullable List<@Nullable String> trust,
    @Nullable List<@Nullable String> without,
    @Nullable String tlp) {

  /** The fields that stand for a request. */
  public static TraceBody of(TraceRequest request) {
    PartialDate asOf = request.asOf();
    Tlp reader = request.reader();
    return new TraceBody(
        request.from(),
        request.to(),
        request.hypothesis().name().toLowerCase(Locale.ROOT),
        request.hops(),
        request.top(),
        asOf == null ? null : asOf.toString(),
        List.copyOf(request.trust()),
        List.copyOf(request.without()),
        reader == null ? null : reader.word());
  }

  /**
   * The request that the fields stand for.
   *
   * @throws org.clew.model.ClewException USAGE when one has no sense
   */
  public TraceRequest request() {
    return new TraceRequest(
        from == null ? "" : from,
        to == null ? TraceRequest.STATE_MEDIA : to,
        hypothesisMeant(),
        hops == null ? TraceRequest.DEFAULT_HOPS : hops,
        top == null ? TraceRequest.DEFAULT_TOP : top,
        asOf == null || asOf.isBlank() ? null : new PartialDate(asOf.strip()),
        texts(trust),
        texts(without),
        tlp == null || tlp.isBlank() ? null : Tlp.ofWord(tlp));
  }

  private Hypothesis hypothesisMeant() {
    return switch (hypothesis == null ? "control" : hypothesis.toLowerCase(Locale.ROOT)) {
      case "control" -> Hypothesis.CONTROL;
      case "amplification" -> Hypothesis.AMPLIFICATION;
      default -> Hypothesis.CONTEXT;
    };
  }

  private static List<String> texts(@Nullable List<@Nullable String> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }
}
