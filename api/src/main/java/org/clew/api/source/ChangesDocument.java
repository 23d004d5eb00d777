package org.clew.api.source;

import java.util.List;
import java.util.Map;
import org.clew.cypher.source.SourceChanges.EntityChange;
import org.clew.cypher.source.SourceChanges.LinkChange;
import org.clew.loader.ingest.ChangeJournal.Entry;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * What changed.
 *
 * @param graphVersion of the graph now
 * @param changes what was done, the oldest first; empty where a source was asked for
 * @param added sources that came and are still there
 * @param gone sources that went and did not come again; what they said is not kept
 * @param counts newEntities, describedEntities, newLinks, confirmedLinks
 * @param entities new ones, then those that show other values than they would without the sources
 * @param links new ones first
 * @param verdicts those asked for, as they would be without the sources that came, and as they are
 * @param truncated why not all entities and links are listed; null where all are
 */
public record ChangesDocument(
    long graphVersion,
    List<Entry> changes,
    List<EntityId> added,
    List<EntityId> gone,
    Map<String, Long> counts,
    List<EntityChange> entities,
    List<LinkChange> links,
    List<VerdictChange> verdicts,
    @Nullable Map<String, String> truncated) {

  /**
   * A verdict before and after.
   *
   * @param subject the cluster
   * @param outlet the candidate
   * @param before as in state-linked, moderate; null where there was none
   * @param after likewise
   * @param changed whether they differ
   */
  public record VerdictChange(
      EntityId subject,
      EntityId outlet,
      @Nullable String before,
      @Nullable String after,
      boolean changed) {}
}
