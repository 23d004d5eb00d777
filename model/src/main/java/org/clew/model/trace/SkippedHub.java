package org.clew.model.trace;

import org.clew.model.entity.EntityId;

/**
 * An asset or indicator with more neighbours than the ceiling, through which no chain was sought.
 */
public record SkippedHub(EntityId id, String name, int degree) {}
