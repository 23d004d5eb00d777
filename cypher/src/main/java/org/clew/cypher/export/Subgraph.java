package org.clew.cypher.export;

import java.util.Set;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * A part of the graph: some entities and all links between them.
 *
 * @param entities their ids; null means the whole graph
 * @param truncated why entities were left out; null when none were
 */
public record Subgraph(@Nullable Set<EntityId> entities, @Nullable String truncated) {
  /** The whole graph. */
  public static final Subgraph ALL = new Subgraph(null, null);
}
