package org.clew.cypher.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query.
 *
 * @param columns names of the columns
 * @param rows one list a row, in the order of the columns; a node is {@code {"labels",
 *     "properties"}}, a relationship {@code {"type", "from", "to", "properties"}}, a path its
 *     {@code {"nodes", "relationships"}}
 * @param truncated {@code {"reason": …}} when rows were left out; null when all are here
 */
public record QueryResult(
    List<String> columns,
    List<List<@Nullable Object>> rows,
    @Nullable Map<String, String> truncated) {}
