package org.clew.api.source;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.clew.loader.ingest.ChangeJournal.Entry;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Which changes to tell of.
 *
 * @param since after that version of the graph, or from that day on in UTC; null for the last
 *     change
 * @param source what that source or detection run brought, whenever that was; null for all
 * @param clusters whose verdicts to compare
 * @param limit how many entities and links to list
 */
public record ChangesRequest(
    @Nullable String since, @Nullable String source, List<String> clusters, int limit) {
  private static final Pattern VERSION = Pattern.compile("\\d{1,18}");
  private static final int MOST_CLUSTERS = 20;

  public ChangesRequest {
    clusters = List.copyOf(clusters);
    if (since != null && source != null) {
      throw new ClewException(
          Reason.USAGE, "Ask for changes since a version or a day, or for those of a source.");
    }
    if (clusters.size() > MOST_CLUSTERS) {
      throw new ClewException(
          Reason.USAGE, "The verdicts of at most " + MOST_CLUSTERS + " clusters are compared.");
    }
    if (since != null && !VERSION.matcher(since).matches()) {
      day(since);
    }
  }

  /** The entries that were asked for, the oldest first. */
  List<Entry> of(List<Entry> all) {
    String from = since;
    if (from == null) {
      return all.isEmpty() ? all : all.subList(all.size() - 1, all.size());
    }
    if (VERSION.matcher(from).matches()) {
      long version = Long.parseLong(from);
      return all.stream().filter(entry -> entry.version() > version).toList();
    }
    String day = day(from).toString();
    return all.stream().filter(entry -> entry.at().compareTo(day) >= 0).toList();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new ClewException(
          Reason.USAGE,
          "'"
              + text
              + "' is neither a version of the graph, such as 12, nor a day, such as"
              + " 2026-08-21.",
          e);
    }
  }
}
