package org.clew.cypher.coordination;

import java.util.List;
import org.clew.model.entity.EntityId;

/**
 * A cluster in a list: detected, labelled by a data set or drawn up by an analyst.
 *
 * @param id its id
 * @param name what a reader should see
 * @param members how many entities are in it
 * @param sources who says that it is one, detection runs among them
 */
public record ClusterView(EntityId id, String name, long members, List<EntityId> sources) {}
