package org.clew.cypher.query;

import java.time.Duration;

/**
 * What an analyst's own query may cost.
 *
 * @param timeout it is cut after this time; default 30 s
 * @param rows further rows are not read; default 1,000
 */
public record QueryLimits(Duration timeout, int rows) {
  /** 30 seconds and 1,000 rows. */
  public static final QueryLimits DEFAULT = new QueryLimits(Duration.ofSeconds(30), 1_000);
}
