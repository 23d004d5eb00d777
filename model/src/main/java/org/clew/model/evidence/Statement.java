package org.clew.model.evidence;

import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Grade;

/**
 * One link, as far as the weighing of evidence needs it.
 *
 * @param relationship the handle by which the graph finds the link again; {@link #DETACHED} in
 *     results, where the links themselves stand beside it
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
    Set<EntityId> roots) {
  /** The handle of a statement that left the graph it came from. */
  public static final long DETACHED = -1;

  /** The same without the handle, which has no meaning outside of one trace. */
  public Statement detached() {
    return new Statement(DETACHED, kind, source, grade, days, roots);
  }
}
