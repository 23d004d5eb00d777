package org.clew.model.attribution;

import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Another explanation, scored in the same way.
 *
 * @param id who else may be behind it; null for nobody, whose score is the prior
 * @param name what a reader should see
 * @param score S
 * @param sameController whether somebody controls both, so that the two do not exclude each other
 */
public record Rival(@Nullable EntityId id, String name, double score, boolean sameController) {}
