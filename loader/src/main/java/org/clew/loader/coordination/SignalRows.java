package org.clew.loader.coordination;

import java.util.function.IntFunction;
import org.clew.model.coordination.Observations;
import org.clew.model.coordination.SignalKind;

/**
 * The acts of one signal as the log numbers them.
 *
 * @param signal which
 * @param observations the acts
 * @param artifacts the artifact behind a number
 */
record SignalRows(SignalKind signal, Observations observations, IntFunction<String> artifacts) {
  /** The same, each act once; see {@link Observations#distinct}. */
  SignalRows distinct(boolean withPosts) {
    return new SignalRows(signal, observations.distinct(withPosts), artifacts);
  }
}
