package org.clew.model.trace;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.Statement;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.LinkType;

/**
 * An asset between two hops that changed hands, as far as is known. What ties it to one side before
 * and to the other side only after ties those two not at all.
 *
 * @param asset the asset
 * @param changes when one registrant was gone and another had come, none being there all along
 */
public record Passage(EntityId asset, List<Change> changes) {
  public Passage {
    changes = List.copyOf(changes);
  }

  /**
   * A change of registrants.
   *
   * @param gone the last day of the one
   * @param come the first day of the other
   */
  public record Change(int gone, int come) {}

  /**
   * What a hop's evidence says of the asset.
   *
   * @param days when it says something
   * @param holdsOnly whether it says only whose the asset is
   */
  public record Side(DaySpan days, boolean holdsOnly) {
    /**
     * What evidence says of one end of a hop.
     *
     * @param first whether the asset is the first of the two that the evidence ties
     * @param holding the relations by which the other end holds the asset
     */
    public static Side of(
        Collection<WeighedEvidence> evidence, boolean first, Set<LinkType> holding) {
      DaySpan days = null;
      boolean holdsOnly = true;
      for (WeighedEvidence each : evidence) {
        if (each.counted()) {
          for (Statement statement : ofEnd(each, first)) {
            days = days == null ? statement.days() : hull(days, statement.days());
          }
          holdsOnly &= holding.contains(each.type());
        }
      }
      return new Side(days == null ? DaySpan.UNKNOWN : days, holdsOnly);
    }

    private static List<Statement> ofEnd(WeighedEvidence evidence, boolean first) {
      List<Statement> all = evidence.statements();
      if (evidence.via() == null) {
        return all;
      }
      return List.of(all.get(first ? 0 : all.size() - 1));
    }
  }

  /** Whether the asset was in one hand from what the one side says of it to what the other says. */
  public boolean joins(Side one, Side other) {
    return !isBroken(one, other) && !isBroken(other, one);
  }

  private boolean isBroken(Side earlier, Side later) {
    int last = earlier.days.last();
    int first = later.days.first();
    if (last >= first) {
      return false;
    }
    return earlier.holdsOnly
        || later.holdsOnly
        || changes.stream().anyMatch(each -> last < each.come && first > each.gone);
  }

  static DaySpan hull(DaySpan a, DaySpan b) {
    return new DaySpan(Math.min(a.first(), b.first()), Math.max(a.last(), b.last()));
  }
}
