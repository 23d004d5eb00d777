package org.clew.api.attribution;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Two subjects side by side.
 *
 * @param attributions the two, in the order asked for
 * @param candidates whoever anything speaks for in either, by the higher of the two scores
 */
public record ComparisonDocument(
    List<AttributionDocument> attributions, List<SideBySide> candidates) {
  /** One candidate or State for both subjects; null where nothing speaks for it. */
  public record SideBySide(EntityId id, String name, @Nullable Side first, @Nullable Side second) {}

  /** What one subject shows. */
  public record Side(double score, double weakest, String relation, String confidence) {}
}
