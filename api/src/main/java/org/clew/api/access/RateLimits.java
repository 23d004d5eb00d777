package org.clew.api.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A token bucket for each caller. At most {@value #MOST_CALLERS} are remembered; the one that asked
 * longest ago is forgotten first, and a forgotten one begins with a full bucket, which it would
 * have after {@value #BURST_SECONDS} seconds of rest in any case.
 */
public final class RateLimits {
  static final int MOST_CALLERS = 10_000;
  private static final int BURST_SECONDS = 4;

  private final int perSecond;
  private final LongSupplier nanoTime;
  private final Map<String, TokenBucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  /**
   * Limits for each caller alone.
   *
   * @param perSecond requests a second in the long run, at least 1; four seconds' worth may come at
   *     once
   * @param nanoTime a clock that only goes forward
   */
  public RateLimits(int perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
  }

  /** Counts a request of that caller. */
  public synchronized RateDecision count(String caller) {
    return buckets
        .computeIfAbsent(caller, name -> new TokenBucket(perSecond, burst(), nanoTime.getAsLong()))
        .take(nanoTime.getAsLong());
  }

  /** How many requests may come at once. */
  public int burst() {
    return perSecond * BURST_SECONDS;
  }

  /** The policy as the header field {@code RateLimit-Policy} tells it. */
  public String policy() {
    return "\"default\";q=" + burst() + ";w=" + BURST_SECONDS;
  }

  synchronized int remembered() {
    return buckets.size();
  }
}
