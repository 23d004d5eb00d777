package org.clew.api.http;

import java.util.List;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Many entities asked for at once; either ids or names.
 *
 * @param ids ids as they stand
 * @param names ids, handles, hosts, URLs or names
 */
record LookupRequest(@Nullable List<String> ids, @Nullable List<String> names) {
  /** More texts than these are not looked up at once. */
  static final int MOST = 1_000;

  /** The texts, of whichever kind. */
  List<String> texts() {
    if ((ids == null) == (names == null)) {
      throw new ClewException(Reason.USAGE, "Give either 'ids' or 'names'.");
    }
    List<String> texts = ids == null ? names : ids;
    if (texts == null || texts.isEmpty() || texts.size() > MOST) {
      throw new ClewException(
          Reason.USAGE, "Give from 1 to %,d ids or names at once.".formatted(MOST));
    }
    return texts;
  }
}
