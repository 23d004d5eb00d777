package org.clew.api.http;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clew.api.trace.TraceRequest;
import org.clew.model.links.Hypothesis;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/** A trace as it is asked for over HTTP, where almost everything may be left out. */
record TraceBody(
    @Nullable String from,
    @Nullable String to,
    @Nullable String hypothesis,
    @Nullable Integer hops,
    @Nullable Integer top,
    @Nullable String asOf,
    @Nullable List<@Nullable String> trust,
    @Nullable List<@Nullable String> without) {

  TraceRequest request() {
    return new TraceRequest(
        from == null ? "" : from,
        to == null ? TraceRequest.STATE_MEDIA : to,
        hypothesisMeant(),
        hops == null ? TraceRequest.DEFAULT_HOPS : hops,
        top == null ? TraceRequest.DEFAULT_TOP : top,
        asOf == null || asOf.isBlank() ? null : new PartialDate(asOf.strip()),
        texts(trust),
        texts(without));
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
