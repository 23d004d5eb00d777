package org.clew.cypher.coordination;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;

/**
 * What one detection run says.
 *
 * @param run the source that stands for the run; its format is {@link DetectionRuns#RUN_FORMAT}
 * @param parameters what was asked and how much was found, by name; kept on the run
 * @param facts the run and one source a signal, which derives from the run; clusters, artifacts,
 *     and accounts that nobody else describes
 * @param links COORDINATES_WITH and SHARED, by the signals' sources, and IN_CLUSTER by the run
 */
public record RunFacts(
    EntityId run, SortedMap<String, Object> parameters, Facts facts, List<MeasuredLink> links) {
  /** Copies the collections. */
  public RunFacts {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    links = List.copyOf(links);
  }
}
