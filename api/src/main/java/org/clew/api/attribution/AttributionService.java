package org.clew.api.attribution;

/**
 * Says what may be concluded about an entity. The HTTP route for attributions exists where a bean
 * of this type does: a class with {@code jakarta.inject.Singleton} and a constructor that takes the
 * {@code GraphStore}.
 */
public interface AttributionService {
  /**
   * Attributes one subject.
   *
   * @throws org.clew.model.ClewException NOT_FOUND or AMBIGUOUS for the subject, USAGE for anything
   *     else that is wrong with the request
   */
  AttributionDocument attribute(AttributionRequest request);
}
