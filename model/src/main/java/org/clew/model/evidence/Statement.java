package org.clew.model.evidence;

import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Grade;

/**
 * One link, as far as the weighing of evidence needs it.
 *
 * @param relationship the handle by which the graph finds the link again
 * @param kind what kind of evidence the link is
 * @param source who states it
 * @param grade grade of the statement, or else of its source
 * @param days when it held
 * @param roots the sources from which the statement comes in the end; empty for what was observed,
 *     whose root is the record that anyone can look up
 */
public record Statement(
    long relationship,
    EvidenceKind kind,
    EntityId source,
    Grade grade,
    DaySpan days,
    Set<EntityId> roots) {}
