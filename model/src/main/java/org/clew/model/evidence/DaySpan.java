package org.clew.model.evidence;

import java.time.LocalDate;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The days from the first to the last on which something held, both included, counted from
 * 1970-01-01. An end nobody stated is open, so that no gap is ever made up.
 *
 * @param first first day, {@link #OPEN_START} where unknown
 * @param last last day, {@link #OPEN_END} where unknown
 */
public record DaySpan(int first, int last) {
  public static final int OPEN_START = Integer.MIN_VALUE;
  public static final int OPEN_END = Integer.MAX_VALUE;

  /** A span of which nothing is known. */
  public static final DaySpan UNKNOWN = new DaySpan(OPEN_START, OPEN_END);

  /** The widest span two partial dates can mean. */
  public static DaySpan of(@Nullable PartialDate firstSeen, @Nullable PartialDate lastSeen) {
    if (firstSeen == null && lastSeen == null) {
      return UNKNOWN;
    }
    return new DaySpan(
        firstSeen == null ? OPEN_START : day(firstSeen.earliest()),
        lastSeen == null ? OPEN_END : day(lastSeen.latest()));
  }

  /** Days between the end of one and the start of the other; 0 where they meet or may meet. */
  public long gapTo(DaySpan other) {
    long ahead = (long) other.first - last;
    long behind = (long) first - other.last;
    return Math.max(0, Math.max(ahead, behind));
  }

  /** Whether they share a day, or may. */
  public boolean meets(DaySpan other) {
    return first <= other.last && other.first <= last;
  }

  private static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }
}
