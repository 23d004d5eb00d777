package org.clew.loader.observation;

import java.util.List;
import org.clew.model.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Some observations of the log.
 *
 * @param rows in the order of the log
 * @param next where the next page begins; null when this is the last
 * @param outOfTime whether reading was ended by the clock
 */
public record LogPage(List<Observation> rows, @Nullable LogPlace next, boolean outOfTime) {
  public LogPage {
    rows = List.copyOf(rows);
  }
}
