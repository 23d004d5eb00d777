package org.clew.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.loader.access.AuditLog;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/** Pages of the audit log, the earliest lines first, each as it stands in the log. */
public final class AuditLists {
  private final AuditLog log;

  /** Lists that log. */
  public AuditLists(AuditLog log) {
    this.log = log;
  }

  /**
   * One page.
   *
   * @param since a day or a moment in UTC, from which on; null for all
   * @param cursor that of the page; null for the first
   * @param limit how many at most
   */
  public ListDocument<JsonNode> list(@Nullable String since, @Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    Instant from = since == null ? Instant.MIN : moment(since);
    long after = position(cursor);
    List<JsonNode> found =
        log.read(
            lines ->
                lines
                    .filter(line -> line.path("n").asLong() > after && !at(line).isBefore(from))
                    .limit(limit + 1L)
                    .toList());
    return ListDocument.page(found, limit, last -> Cursors.of(last.path("n").asText()));
  }

  private static long position(@Nullable String cursor) {
    String position = Cursors.position(cursor);
    try {
      return position.isEmpty() ? 0 : Long.parseLong(position);
    } catch (NumberFormatException e) {
      throw Cursors.unknown(String.valueOf(cursor), e);
    }
  }

  /** A line that tells no time was tampered with, and is shown. */
  private static Instant at(JsonNode line) {
    try {
      return Instant.parse(line.path("at").asText());
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }

  private static Instant moment(String text) {
    try {
      return text.contains("T")
          ? Instant.parse(text.strip())
          : LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new ClewException(
          Reason.USAGE,
          "'" + text + "' is not a day or a moment; write 2026-03-01 or 2026-03-01T12:00:00Z.",
          e);
    }
  }
}
