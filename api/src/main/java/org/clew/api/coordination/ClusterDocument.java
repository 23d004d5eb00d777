package org.clew.api.coordination;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.coordination.ClusterParts.Bridge;
import org.clew.cypher.coordination.ClusterParts.Member;
import org.clew.cypher.coordination.ClusterParts.SharedArtifact;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * A cluster with what is known of it.
 *
 * @param id its id
 * @param name what a reader should see
 * @param run the detection run that the rest is of; null for a cluster that no run found
 * @param attributes what the run, else all sources, say of the cluster
 * @param timeline shared acts by day, oldest first
 * @param members the entities in it, the surest first
 * @param artifacts what members shared, that which most did first
 * @param bridges members with edges into other clusters of the run
 * @param alternatives innocent explanations worth checking: those its figures suggest, else all
 * @param notes what analysts wrote of it, their assessments among it
 * @param caveats what the cluster does not prove
 * @param cypher a query that shows the cluster in a Neo4j tool; null for a cluster no run found
 * @param truncated {@code {"reason": …}} where there are more artifacts, bridges or notes than the
 *     1,000 of each that are shown; null otherwise
 */
public record ClusterDocument(
    EntityId id,
    String name,
    @Nullable EntityId run,
    SortedMap<String, Object> attributes,
    List<Day> timeline,
    List<Member> members,
    List<SharedArtifact> artifacts,
    List<Bridge> bridges,
    List<String> alternatives,
    List<NoteView> notes,
    List<String> caveats,
    @Nullable String cypher,
    @Nullable Map<String, String> truncated) {

  /**
   * The shared acts of a day.
   *
   * @param day as 2021-08-21, in UTC
   * @param acts how many
   */
  public record Day(String day, long acts) {
    static Day of(String text) {
      int blank = text.indexOf(' ');
      return new Day(text.substring(0, blank), Long.parseLong(text.substring(blank + 1)));
    }
  }

  /** To be said with every cluster. */
  public static final String NOT_PROOF =
      "Coordination is not proof of inauthenticity: only an analyst's assessment can call it that.";
}
