package org.clew.api.trace;

/**
 * Answers what ties one entity to another. The HTTP route for traces exists where a bean of this
 * type does: a class with {@code jakarta.inject.Singleton} and a constructor that takes the {@code
 * GraphStore}.
 */
public interface TraceService {
  /**
   * Traces.
   *
   * @return the trace as a document that {@link org.clew.api.Json} can write; its shape stands in
   *     {@code openapi.yml} under {@code Trace}
   * @throws org.clew.model.ClewException NOT_FOUND or AMBIGUOUS for an end, LIMIT when a budget is
   *     spent before there is any answer, USAGE for anything else that is wrong with the request
   */
  Object trace(TraceRequest request);
}
