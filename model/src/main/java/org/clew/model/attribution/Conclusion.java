package org.clew.model.attribution;

import org.clew.model.entity.EntityId;
import org.clew.model.source.Grade;

/**
 * What somebody else concluded: input, quoted, never Clew's verdict.
 *
 * @param about the subject or one of its members
 * @param statement their words
 * @param source where they stand
 * @param grade grade of that source
 */
public record Conclusion(EntityId about, String statement, EntityId source, Grade grade) {}
