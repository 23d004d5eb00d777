package org.clew.model.trace;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a trace may spend, and why it had to stop. */
final class Budget {
  private static final int MAX_OPEN_PATHS = 2_000_000;

  private final Clock clock;
  private final Instant deadline;
  private final TraceParameters parameters;
  private int nodes;
  private @Nullable String reason;

  Budget(Clock clock, TraceParameters parameters) {
    this.clock = clock;
    this.parameters = parameters;
    this.deadline = clock.instant().plus(parameters.timeBudget());
  }

  /** Whether so many more nodes may be expanded now. */
  boolean allowsNodes(int more) {
    if (nodes + more > parameters.nodeBudget()) {
      stop("The budget of " + parameters.nodeBudget() + " nodes was used up.");
    } else {
      nodes += more;
    }
    return allowsTime();
  }

  /** Whether there is time left. */
  boolean allowsTime() {
    if (clock.instant().isAfter(deadline)) {
      stop("The time of " + parameters.timeBudget().toMillis() + " ms was used up.");
    }
    return reason == null;
  }

  /** Whether the search may keep so many unfinished paths. */
  boolean allowsPaths(int open) {
    if (open > MAX_OPEN_PATHS) {
      stop("More than " + MAX_OPEN_PATHS + " unfinished paths were open.");
    }
    return reason == null;
  }

  /** Why it stopped; null where nothing was cut. */
  @Nullable Truncation truncation() {
    return reason == null ? null : new Truncation(reason + " Better chains may exist.");
  }

  private void stop(String why) {
    if (reason == null) {
      reason = why;
    }
  }
}
