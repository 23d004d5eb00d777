package org.clew.api.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.claim.Notes;
import org.clew.cypher.coordination.ClusterGraph;
import org.clew.cypher.coordination.ClusterGraph.Order;
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
  private static final int MOST_PARTS = 1_000;

  /** Size and id of the last cluster on a page; nothing before the first page. */
  private static final Pattern PLACE = Pattern.compile("(?:(\\d{1,18}):(cluster:.+))?");

  private static final List<String> ALWAYS_WORTH_CHECKING =
      List.of(
          "the same news event",
          "an account that posts headlines automatically",
          "fans of one account",
          "a petition or campaign that asks everyone to share");

  private final ClusterGraph clusters;
  private final Notes notes;
  private final int most;

  /** The clusters of a graph. */
  public ClusterLists(GraphStore store) {
    this(store, MOST_PARTS);
  }

  ClusterLists(GraphStore store, int most) {
    this.most = most;
    this.clusters = new ClusterGraph(store);
    this.notes = new Notes(store);
  }

  /**
   * Clusters, the largest first.
   *
   * @param run only those of that detection run; null for all
   */
  public ListDocument<ClusterView> list(@Nullable String run, @Nullable String cursor, int limit) {
    return list(run, Order.SIZE, cursor, limit);
  }

  /**
   * Clusters. One that changes its size between two pages may move past the place reached; in the
   * order of ids nothing moves.
   *
   * @param run only those of that detection run; null for all
   */
  public ListDocument<ClusterView> list(
      @Nullable String run, Order order, @Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    EntityId ofRun = run == null ? null : RunLists.id(run);
    if (order == Order.ID) {
      return ListDocument.page(
          clusters.list(ofRun, order, 0, Cursors.id(cursor), limit + 1),
          limit,
          last -> Cursors.of(last.id().value()));
    }
    Matcher place = PLACE.matcher(Cursors.position(cursor));
    if (!place.matches()) {
      throw Cursors.unknown(String.valueOf(cursor), null);
    }
    String after = place.group(2);
    return ListDocument.page(
        clusters.list(
            ofRun,
            order,
            after == null ? Long.MAX_VALUE : Long.parseLong(place.group(1)),
            after == null ? "" : after,
            limit + 1),
        limit,
        last -> Cursors.of(last.members() + ":" + last.id()));
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
            .find(id(text), run == null ? null : RunLists.id(run), most + 1)
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
    List<String> cut = new ArrayList<>();
    List<NoteView> all = notes.of(parts.id(), "", most + 1);
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
        first(parts.artifacts(), "shared things", cut),
        first(parts.bridges(), "bridges", cut),
        alternatives(parts),
        first(all, "notes", cut),
        caveats,
        cypher(parts),
        truncated(cut));
  }

  private <T> List<T> first(List<T> all, String what, List<String> cut) {
    if (all.size() <= most) {
      return all;
    }
    cut.add(what);
    return all.subList(0, most);
  }

  private @Nullable Map<String, String> truncated(List<String> cut) {
    return cut.isEmpty()
        ? null
        : Map.of(
            "reason",
            String.format(
                Locale.ROOT,
                "Only the first %,d are shown of its %s; 'clew notes' and 'clew export --cluster'"
                    + " give all.",
                most,
                String.join(" and ", cut)));
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
}
