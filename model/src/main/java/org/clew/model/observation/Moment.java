package org.clew.model.observation;

import java.time.Instant;

/**
 * When a post was made, with how exactly that is known. The first instant of a coarse moment stands
 * for all of it; whoever compares moments looks at the precision first.
 *
 * @param epochMillis milliseconds since 1970-01-01T00:00:00Z
 * @param precision how exactly the input gives it
 */
public record Moment(long epochMillis, TimePrecision precision) {
  /** A moment known to the second or finer. */
  public static Moment ofEpochSecond(long seconds) {
    return new Moment(Math.multiplyExact(seconds, 1000L), TimePrecision.SECOND);
  }

  /** The first instant it can mean. */
  public Instant instant() {
    return Instant.ofEpochMilli(epochMillis);
  }
}
