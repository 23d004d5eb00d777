package org.clew.api.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.cypher.claim.Notes;
import org.clew.cypher.coordination.ClusterGraph;
import org.clew.cypher.coordination.ClusterParts;
import org.clew.cypher.coordination.ClusterView;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.coordination.SignificanceResult;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** Lists clusters and shows one. */
public final class ClusterLists {
  private static final int PARTS = 1_000;
  private static final List<String> ALWAYS_WORTH_CHECKING =
      List.of(
          "the same news event",
          "an account that posts headlines automatically",
          "fans of one account",
          "a petition or campaign that asks everyone to share");

  private final ClusterGraph clusters;
  private final Notes notes;

  /** The clusters of a graph. */
  public ClusterLists(GraphStore store) {
    this.clusters = new ClusterGraph(store);
    this.notes = new Notes(store);
  }

  /**
   * Clusters, the largest first.
   *
   * @param run only those of that detection run; null for all
   */
  public ListDocument<ClusterView> list(@Nullable String run, @Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    int skip = skip(cursor);
    return ListDocument.page(
        clusters.list(run == null ? null : RunLists.id(run), skip, limit + 1),
        limit,
        last -> Cursors.of(Integer.toString(skip + limit)));
  }

  /**
   * One cluster.
   *
   * @param text its id, with or without {@code cluster:}, or the hash of a detected one
   * @param run as which detection run found it; null for the latest that did
   * @throws ClewException NOT_FOUND when there is none
   */
  public ClusterDocument find(String text, @Nullable String run) {
    ClusterParts parts =
        clusters
            .find(id(text), run == null ? null : RunLists.id(run), PARTS)
            .orElseThrow(
                () ->
                    new ClewException(
                        Reason.NOT_FOUND,
                        "There is no cluster '" + text + "'; 'clew clusters' lists them."));
    List<String> caveats = new ArrayList<>();
    if (parts.run() != null) {
      caveats.add(SignificanceResult.CAVEAT);
    }
    caveats.add(ClusterDocument.NOT_PROOF);
    SortedMap<String, Object> attributes = new TreeMap<>(parts.attributes());
    Object days = attributes.remove(Attribute.TIMELINE.key());
    attributes.remove(Attribute.ALTERNATIVES.key());
    return new ClusterDocument(
        parts.id(),
        parts.name(),
        parts.run(),
        attributes,
        texts(days).stream().map(ClusterDocument.Day::of).toList(),
        parts.members(),
        parts.artifacts(),
        parts.bridges(),
        alternatives(parts),
        notes.of(parts.id(), "", PARTS),
        caveats,
        cypher(parts));
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> items
        ? items.stream().map(Object::toString).toList()
        : List.of();
  }

  private static List<String> alternatives(ClusterParts parts) {
    List<String> suggested = texts(parts.attributes().get(Attribute.ALTERNATIVES.key()));
    return suggested.isEmpty() ? ALWAYS_WORTH_CHECKING : suggested;
  }

  /** Ids hold no quotes of their own but where a label's slug does, and those are escaped. */
  private static @Nullable String cypher(ClusterParts parts) {
    EntityId run = parts.run();
    return run == null
        ? null
        : "MATCH (c:Cluster {id: '"
            + quoted(parts.id())
            + "'})<-[m:IN_CLUSTER {source: '"
            + quoted(run)
            + "'}]-(a)-[s:SHARED {run: '"
            + quoted(run)
            + "'}]->(x) RETURN c, m, a, s, x";
  }

  private static String quoted(EntityId id) {
    return id.value().replace("\\", "\\\\").replace("'", "\\'");
  }

  private static EntityId id(String text) {
    if (text.startsWith("cluster:")) {
      return new EntityId(text);
    }
    return new EntityId("cluster:" + (text.contains(":") ? text : "coordination:" + text));
  }

  private static int skip(@Nullable String cursor) {
    String position = Cursors.position(cursor);
    try {
      return position.isEmpty() ? 0 : Integer.parseUnsignedInt(position);
    } catch (NumberFormatException e) {
      throw Cursors.unknown(String.valueOf(cursor), e);
    }
  }
}
