package org.clew.api.observation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * One row behind a link: an observed act, or, for a link that no observation supports, a reference
 * to where its source says so, which has no kind.
 *
 * @param kind what was done, such as url or reshare
 * @param account who did it
 * @param artifact what it was done with
 * @param target the entity it leads to
 * @param time when, ISO 8601 in UTC; for a coarse time its first instant
 * @param precision how exactly the time is known: second, minute, hour, day, month or year
 * @param post the post it was done in
 * @param source the source the row is from
 * @param file name of the file
 * @param line line at which the row starts
 * @param reference file and line, or an address
 */
public record ObservationDocument(
    @Nullable String kind,
    @Nullable EntityId account,
    @Nullable String artifact,
    @Nullable EntityId target,
    @Nullable String time,
    @Nullable String precision,
    @Nullable String post,
    EntityId source,
    @Nullable String file,
    @Nullable Long line,
    String reference) {
  private static final Pattern ROW = Pattern.compile("([^/]+):(\\d{1,18})");

  static ObservationDocument of(Observation observation) {
    Moment time = observation.time();
    return new ObservationDocument(
        observation.kind().id(),
        observation.account(),
        observation.artifact(),
        observation.target(),
        time == null ? null : time.instant().toString(),
        time == null ? null : time.precision().id(),
        observation.post(),
        observation.origin().source(),
        observation.origin().file(),
        observation.origin().line(),
        observation.origin().reference());
  }

  static ObservationDocument of(EntityId source, String reference) {
    Matcher row = ROW.matcher(reference);
    boolean isRow = row.matches();
    return new ObservationDocument(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        source,
        isRow ? row.group(1) : null,
        isRow ? Long.valueOf(row.group(2)) : null,
        reference);
  }
}
