package org.clew.loader.observation;

import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;

/**
 * Which observations a page of the log holds.
 *
 * @param kinds of these kinds; POST is left out
 * @param filter that pass this
 * @param condition and this
 * @param patience reading ends with the first row group after this time
 */
public record LogQuery(
    Set<ObservationKind> kinds,
    RowFilter filter,
    Predicate<Observation> condition,
    Duration patience) {}
