package org.clew.model.coordination;

import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** How columns grow. */
final class Growth {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private Growth() {}

  /** The next capacity of a full column. */
  static int next(int size) {
    if (size >= LARGEST_ARRAY) {
      throw new ClewException(
          Reason.LIMIT, "More than two thousand million rows do not fit; narrow the filters.");
    }
    return (int) Math.min(LARGEST_ARRAY, Math.max(16L, size + (size >> 1)));
  }
}
