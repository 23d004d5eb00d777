package org.clew.loader.observation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/** What remains of a row when some accounts must not be stored. */
final class Redaction {
  /** Beyond this many distinct ids the remembered answers are dropped, to bound memory. */
  private static final int REMEMBERED = 200_000;

  private final Predicate<String> erased;
  private final boolean keepsAll;
  private final Map<String, Boolean> answers = new HashMap<>();

  Redaction(Predicate<String> erased) {
    this(erased, false);
  }

  private Redaction(Predicate<String> erased, boolean keepsAll) {
    this.erased = erased;
    this.keepsAll = keepsAll;
  }

  /** What must not come back after erasures; mostly there was none. */
  static Redaction of(Tombstones.Check check) {
    return new Redaction(check::isErased, check.isEmpty());
  }

  /** The row, the row without its target, or null if nothing may be kept. */
  @Nullable LogRow apply(LogRow row) {
    if (keepsAll) {
      return row;
    }
    String target = row.target();
    boolean targetErased = target != null && isErased(target);
    boolean mentioned = targetErased && row.kind() == ObservationKind.MENTION;
    if (mentioned || isErased(row.account())) {
      return null;
    }
    return targetErased ? row.withoutTarget() : row;
  }

  private boolean isErased(String id) {
    if (answers.size() >= REMEMBERED) {
      answers.clear();
    }
    return answers.computeIfAbsent(id, erased::test);
  }
}
