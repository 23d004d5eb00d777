package org.clew.api.http;

import java.util.Map;
import org.clew.api.query.SavedQuestion;
import org.clew.api.trace.TraceBody;
import org.jspecify.annotations.Nullable;

/**
 * What is to be saved: a query or a trace.
 *
 * @param query Cypher; null for a trace
 * @param parameters of the query; null for none
 * @param trace null for a query
 */
record SavedBody(
    @Nullable String query, @Nullable Map<String, Object> parameters, @Nullable TraceBody trace) {
  SavedQuestion named(String name) {
    return new SavedQuestion(name, query, parameters, trace);
  }
}
