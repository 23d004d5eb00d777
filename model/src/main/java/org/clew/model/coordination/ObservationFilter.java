package org.clew.model.coordination;

import java.util.function.IntPredicate;

/**
 * Which observations take part.
 *
 * @param accounts the accounts that do
 * @param fromSeconds first second, inclusive
 * @param untilSeconds last second, inclusive
 */
public record ObservationFilter(IntPredicate accounts, long fromSeconds, long untilSeconds) {
  /** Everything takes part. */
  public static ObservationFilter none() {
    return new ObservationFilter(account -> true, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** The same dates, only these accounts. */
  public ObservationFilter ofAccounts(IntPredicate chosen) {
    return new ObservationFilter(chosen, fromSeconds, untilSeconds);
  }

  /** The same accounts, only these seconds, both inclusive. */
  public ObservationFilter between(long from, long until) {
    return new ObservationFilter(accounts, from, until);
  }

  /** The rows that pass, in their order. */
  public Observations apply(Observations observations) {
    return observations.rows(
        Rows.where(
            observations.size(),
            row ->
                observations.seconds[row] >= fromSeconds
                    && observations.seconds[row] <= untilSeconds
                    && accounts.test(observations.account[row])));
  }
}
