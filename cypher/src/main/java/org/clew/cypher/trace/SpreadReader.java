package org.clew.cypher.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkRows;
import org.clew.cypher.source.Readership;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Link;

/** Reads who spreads whose content, and what a target publishes on. */
public final class SpreadReader {
  private static final int CHUNK = 1_000;

  private static final String SPREADING =
      """
      UNWIND $ids AS id
      MATCH (f:Entity {id: id})-[r:LINKS_TO|AMPLIFIES|COPIES]->(t:Entity)
      WHERE NOT r.source IN $hidden
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      ORDER BY from, to, type, r.source
      """;

  /** Leaves what a hub spreads of others in the database. */
  private static final String BETWEEN =
      """
      UNWIND $ids AS id
      MATCH (f:Entity {id: id})-[r:LINKS_TO|AMPLIFIES|COPIES]->(t:Entity)
      WHERE t.id IN $ends AND NOT r.source IN $hidden
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      ORDER BY from, to, type, r.source
      """;

  private static final String OWN =
      """
      UNWIND $ids AS id
      MATCH (f:Entity {id: id})-[r:PUBLISHES_ON]->(t:Entity)
      WHERE NOT r.source IN $hidden
      OPTIONAL MATCH (t)<-[d:SUBDOMAIN_OF]-(sub:Entity)
      WHERE NOT d.source IN $hidden
      WITH f, r, t, collect(DISTINCT sub.id) AS below
      UNWIND [t.id] + below AS asset
      RETURN f.id AS from, type(r) AS type, t.id AS to, r, asset
      ORDER BY asset, from, to, r.source
      """;

  private final GraphStore store;
  private final Readership reader;

  /** The links of a graph that somebody may see. */
  public SpreadReader(GraphStore store, Readership reader) {
    this.store = store;
    this.reader = reader;
  }

  /** The links of amplification that leave some entities, by their ends, types and sources. */
  public List<Link> from(Collection<EntityId> entities) {
    return inChunks(entities, SPREADING, List.of()).stream().map(Own::link).toList();
  }

  /** Those of them that lead straight to one of the ends. */
  public List<Link> between(Collection<EntityId> entities, Collection<EntityId> ends) {
    return inChunks(entities, BETWEEN, ends).stream().map(Own::link).toList();
  }

  /**
   * By asset, an outlet's own site or channel or a host below it: the links that say whose it is,
   * those of the first outlet by id where there are several.
   */
  public Map<EntityId, List<Link>> own(Collection<EntityId> targets) {
    Map<EntityId, List<Link>> own = new TreeMap<>();
    for (Own row : inChunks(targets, OWN, List.of())) {
      List<Link> links = own.computeIfAbsent(row.asset(), asset -> new ArrayList<>());
      if (links.isEmpty() || links.get(0).from().equals(row.link().from())) {
        links.add(row.link());
      }
    }
    return own;
  }

  private record Own(Link link, EntityId asset) {}

  private List<Own> inChunks(Collection<EntityId> ids, String query, Collection<EntityId> between) {
    List<String> ends = between.stream().map(EntityId::value).sorted().toList();
    List<String> all = ids.stream().map(EntityId::value).sorted().toList();
    List<Own> rows = new ArrayList<>();
    for (int start = 0; start < all.size(); start += CHUNK) {
      List<String> chunk = all.subList(start, Math.min(all.size(), start + CHUNK));
      rows.addAll(
          store.read(
              query,
              Map.of("ids", chunk, "ends", ends, "hidden", reader.parameter()),
              row -> {
                Link link = LinkRows.link(row);
                return new Own(
                    link,
                    row.containsKey("asset")
                        ? new EntityId(row.get("asset").asString())
                        : link.to());
              }));
    }
    return rows;
  }
}
