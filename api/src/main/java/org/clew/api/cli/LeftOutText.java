package org.clew.api.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.model.trace.SkippedHub;
import org.jspecify.annotations.Nullable;

/** What a search did not look at, for people. */
final class LeftOutText {
  private LeftOutText() {}

  /** A line for each hub, one where the search was cut and one where loads rejected rows. */
  static List<String> of(
      List<SkippedHub> hubs, @Nullable Map<String, String> truncated, long rejectedRows) {
    Stream<String> passedBy =
        hubs.stream()
            .map(
                hub ->
                    "Not passed through: %s, which has %s neighbours."
                        .formatted(hub.name(), hub.degree()));
    Stream<String> cut =
        Stream.ofNullable(truncated).map(reason -> "Incomplete: " + reason.get("reason"));
    return Stream.of(passedBy, cut, rejected(rejectedRows)).flatMap(lines -> lines).toList();
  }

  /** One line where loads rejected rows. */
  static Stream<String> rejected(long rows) {
    return rows == 0
        ? Stream.empty()
        : Stream.of(
            String.format(
                Locale.ROOT,
                "Missing from the whole graph: %,d %s that loads rejected; 'clew status' names the files.",
                rows,
                rows == 1 ? "row" : "rows"));
  }
}
