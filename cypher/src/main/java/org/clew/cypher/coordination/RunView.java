package org.clew.cypher.coordination;

import java.util.List;
import java.util.SortedMap;
import org.clew.model.entity.EntityId;

/**
 * A detection run as the graph shows it.
 *
 * @param id its id
 * @param title what a reader should see
 * @param parameters what was asked and how much was found
 * @param derivesFrom the sources whose rows it read
 */
public record RunView(
    EntityId id, String title, SortedMap<String, Object> parameters, List<EntityId> derivesFrom) {}
