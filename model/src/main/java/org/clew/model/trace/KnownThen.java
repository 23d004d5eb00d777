package org.clew.model.trace;

import java.time.LocalDate;
import org.clew.model.evidence.DaySpan;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/** Whether a statement was known on a day. */
final class KnownThen {
  private KnownThen() {}

  /**
   * By the date of the source, else by the first sighting; what has neither date was not known.
   *
   * @param published the date of the source; null where it has none
   * @param days when what is stated was seen
   */
  static boolean on(LocalDate day, @Nullable PartialDate published, DaySpan days) {
    boolean seen = days.first() != DaySpan.OPEN_START;
    if (seen && days.first() > day.toEpochDay()) {
      return false;
    }
    return published == null ? seen : !published.latest().isAfter(day);
  }
}
