package org.clew.api.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.model.trace.SkippedHub;
import org.jspecify.annotations.Nullable;

/** What a search did not look at, for people. */
final class LeftOutText {
  private LeftOutText() {}

  /** A line for each hub, and one where the search was cut. */
  static List<String> of(List<SkippedHub> hubs, @Nullable Map<String, String> truncated) {
    Stream<String> passedBy =
        hubs.stream()
            .map(
                hub ->
                    "Not passed through: %s, which has %s neighbours."
                        .formatted(hub.name(), hub.degree()));
    Stream<String> cut =
        Stream.ofNullable(truncated).map(reason -> "Incomplete: " + reason.get("reason"));
    return Stream.concat(passedBy, cut).toList();
  }
}
