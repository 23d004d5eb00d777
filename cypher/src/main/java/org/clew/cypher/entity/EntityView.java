package org.clew.cypher.entity;

import java.util.SortedMap;
import org.clew.model.entity.EntityId;

/**
 * An entity as the graph shows it.
 *
 * @param id its id
 * @param name what a reader should see
 * @param attributes everything else the graph holds of it, in the order of the names
 */
public record EntityView(EntityId id, String name, SortedMap<String, Object> attributes) {}
