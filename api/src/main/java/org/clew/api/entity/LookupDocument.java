package org.clew.api.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of many texts means.
 *
 * @param query the text
 * @param entity the entity meant; null where there is none or more than one
 * @param candidates the entities a text fits that fits several, in the order of their ids, at most
 *     20; else empty
 */
public record LookupDocument(
    String query, @Nullable EntityDocument entity, List<EntityDocument> candidates) {
  static LookupDocument of(String query, List<EntityDocument> found) {
    return found.size() == 1
        ? new LookupDocument(query, found.get(0), List.of())
        : new LookupDocument(query, null, found);
  }
}
