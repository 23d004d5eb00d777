package org.clew.loader.observation;

import java.util.List;
import org.clew.model.observation.Observation;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a table of posts says.
 *
 * @param post the post; null where the row is rejected, and then there is at least one fault
 * @param observations what was done in the post, in the order of the row
 * @param faults values that were not taken over; beside a post, the rest of the row stays
 */
public record ParsedPost(
    @Nullable Post post, List<Observation> observations, List<ValueFault> faults) {
  public ParsedPost {
    observations = List.copyOf(observations);
    faults = List.copyOf(faults);
  }

  /**
   * A value that cannot be taken over.
   *
   * @param column name of its column
   * @param reason one sentence
   */
  public record ValueFault(String column, String reason) {}

  static ParsedPost rejected(String column, String reason) {
    return new ParsedPost(null, List.of(), List.of(new ValueFault(column, reason)));
  }
}
