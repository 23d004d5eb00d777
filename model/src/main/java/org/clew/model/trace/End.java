package org.clew.model.trace;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;

/**
 * A node at which chains start or end, for the entity it stands for.
 *
 * @param owner index of the member or target it stands for
 * @param node the asset
 * @param id its id
 * @param window when it was the owner's
 * @param ties handles of the links that tie it to the owner; empty for the owner itself
 * @param cost what a chain that starts here costs before its first hop
 */
record End(int owner, int node, EntityId id, DaySpan window, List<Long> ties, long cost) {}
