package org.clew.api.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query of an analyst.
 *
 * @param query Cypher that only reads
 * @param parameters values of its parameters, by name; null for none
 */
record CypherRequest(@Nullable String query, @Nullable Map<String, Object> parameters) {}
