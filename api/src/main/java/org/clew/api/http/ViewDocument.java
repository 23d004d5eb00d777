package org.clew.api.http;

import java.util.List;
import java.util.Map;
import org.clew.api.entity.EntityDocument;
import org.clew.cypher.links.LinkView;
import org.jspecify.annotations.Nullable;

/**
 * A part of the graph as the page draws it.
 *
 * @param nodes its entities, in the order of their ids
 * @param links the links between them, in the order of type and id
 * @param truncated {@code {"reason": …}} when something was left out; null otherwise
 */
record ViewDocument(
    List<EntityDocument> nodes, List<LinkView> links, @Nullable Map<String, String> truncated) {}
