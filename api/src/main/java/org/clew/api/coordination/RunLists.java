package org.clew.api.coordination;

import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.cypher.coordination.DetectionRuns;
import org.clew.cypher.coordination.RunView;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** Lists, shows, compares and removes detection runs. */
public final class RunLists {
  private static final String PREFIX = "detection-";

  private final DetectionRuns runs;

  /** The runs of a graph. */
  public RunLists(GraphStore store) {
    this.runs = new DetectionRuns(store);
  }

  /** Runs, in the order of their ids. */
  public ListDocument<RunView> list(@Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    return ListDocument.page(
        runs.list(Cursors.id(cursor), limit + 1), limit, last -> Cursors.of(last.id().value()));
  }

  /**
   * One run.
   *
   * @param text its id, with or without {@code source:detection-}
   * @throws ClewException NOT_FOUND when there is none
   */
  public RunView find(String text) {
    return runs.find(id(text))
        .orElseThrow(
            () ->
                new ClewException(
                    Reason.NOT_FOUND,
                    "There is no detection run '" + text + "'; 'clew runs' lists them."));
  }

  /** Which accounts moved from one run to another. */
  public RunComparison compare(String run, String other) {
    EntityId one = find(run).id();
    EntityId two = find(other).id();
    return RunComparison.of(one, runs.membership(one), two, runs.membership(two));
  }

  static EntityId id(String text) {
    if (text.startsWith("source:")) {
      return new EntityId(text);
    }
    return EntityId.source(text.startsWith(PREFIX) ? text : PREFIX + text);
  }
}
