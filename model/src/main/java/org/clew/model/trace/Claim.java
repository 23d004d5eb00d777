package org.clew.model.trace;

import org.clew.model.entity.EntityId;

/**
 * Something that may be so and that an analyst should check. It is not evidence.
 *
 * @param reason one sentence
 */
public record Claim(EntityId from, EntityId to, String reason) {}
