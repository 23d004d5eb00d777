package org.clew.cypher.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Who spreads what outlets publish. Counted are links of amplification to an outlet, to what it
 * publishes on, and to hosts below its domains, each statement of a source for itself.
 */
public final class OutletLinkers {
  /** More links than these are not counted for one outlet. */
  public static final long MOST_LINKS = 1_000_000;

  private static final String ASSETS =
      """
      MATCH (o:Entity {id: $outlet})
      CALL (o) {
        RETURN o AS asset
        UNION MATCH (o)-[:PUBLISHES_ON]->(asset) RETURN asset
        UNION MATCH (o)-[:PUBLISHES_ON]->(:Domain)<-[:SUBDOMAIN_OF*1..3]-(asset) RETURN asset
      }
      """;

  private static final String COUNT =
      ASSETS
          + """
      RETURN sum(COUNT { (asset)<-[:LINKS_TO|AMPLIFIES|COPIES]-() }) AS links
      """;

  private static final String TOP =
      ASSETS
          + """
      WITH collect(asset) AS assets
      UNWIND assets AS asset
      MATCH (who:Entity)-[r:LINKS_TO|AMPLIFIES|COPIES]->(asset) WHERE NOT who IN assets
      WITH who, asset, r LIMIT $most
      WITH who, count(r) AS links, sum(r.count) AS posts, count(DISTINCT asset) AS assets,
           min(coalesce(r.firstSeen, r.lastSeen)) AS firstSeen,
           max(coalesce(r.lastSeen, r.firstSeen)) AS lastSeen
      ORDER BY posts DESC, links DESC, who.id LIMIT $limit
      RETURN who.id AS id, who.name AS name, links, posts, assets, firstSeen, lastSeen
      ORDER BY posts DESC, links DESC, id
      """;

  private static final String OF_CLUSTER =
      """
      MATCH (:Entity {id: $cluster})<-[:IN_CLUSTER]-(m:Entity)
      WITH DISTINCT m
      MATCH (m)-[r:LINKS_TO|AMPLIFIES|COPIES]->(t:Entity)
      WITH t, m, count(r) AS links, sum(r.count) AS posts
      WITH t, collect({member: m.id, links: links, posts: posts}) AS acts
      CALL (t) {
        WITH t AS outlet WHERE t:MediaOutlet RETURN outlet
        UNION MATCH (outlet:MediaOutlet)-[:PUBLISHES_ON]->(t) RETURN outlet
        UNION MATCH (t)-[:SUBDOMAIN_OF*1..3]->(:Domain)<-[:PUBLISHES_ON]-(outlet:MediaOutlet)
        RETURN outlet
      }
      WITH outlet, acts WHERE $any OR outlet.id IN $outlets
      UNWIND acts AS act
      WITH outlet, act.member AS member, sum(act.links) AS links, sum(act.posts) AS posts
      RETURN outlet.id AS id, outlet.name AS name, count(member) AS members, sum(links) AS links,
             sum(posts) AS posts
      ORDER BY members DESC, posts DESC, id
      """;

  private static final String MEMBERS =
      """
      MATCH (:Entity {id: $cluster})<-[:IN_CLUSTER]-(m:Entity)
      RETURN count(DISTINCT m) AS members
      """;

  private final GraphStore store;

  /** The outlets of a graph. */
  public OutletLinkers(GraphStore store) {
    this.store = store;
  }

  /**
   * An account, page, group or domain that spreads an outlet's content.
   *
   * @param id its id
   * @param name what a reader should see
   * @param links number of its links to the outlet's assets
   * @param posts how often they were observed, added up
   * @param assets to how many of the outlet's assets they lead
   * @param firstSeen the earliest date of a link; null where none has one
   * @param lastSeen the latest date of a link; null where none has one
   */
  public record Linker(
      EntityId id,
      String name,
      long links,
      long posts,
      long assets,
      @Nullable String firstSeen,
      @Nullable String lastSeen) {}

  /**
   * How members of a cluster spread an outlet's content.
   *
   * @param outlet id of the outlet
   * @param name of the outlet
   * @param members how many of the cluster's members do
   * @param links number of their links
   * @param posts how often they were observed, added up
   */
  public record Spread(EntityId outlet, String name, long members, long links, long posts) {}

  /** How many links of amplification lead to an outlet's assets. */
  public long links(EntityId outlet) {
    return store
        .read(COUNT, Map.of("outlet", outlet.value()), row -> row.get("links").asLong())
        .get(0);
  }

  /** Who spreads an outlet's content most, by posts; at most {@code limit}. */
  public List<Linker> top(EntityId outlet, int limit) {
    return store.read(
        TOP,
        Map.of("outlet", outlet.value(), "limit", limit, "most", MOST_LINKS),
        OutletLinkers::linker);
  }

  /**
   * What a cluster's members spread, the outlet most of them spread first; outlets that none
   * spreads are left out.
   *
   * @param outlets only these; empty for any
   */
  public List<Spread> ofCluster(EntityId cluster, Collection<EntityId> outlets) {
    List<String> ids = new ArrayList<>();
    outlets.forEach(outlet -> ids.add(outlet.value()));
    return store.read(
        OF_CLUSTER,
        Map.of("cluster", cluster.value(), "outlets", ids, "any", ids.isEmpty()),
        row ->
            new Spread(
                new EntityId(row.get("id").asString()),
                row.get("name").asString(""),
                row.get("members").asLong(),
                row.get("links").asLong(),
                row.get("posts").asLong()));
  }

  /** How many members a cluster has. */
  public long members(EntityId cluster) {
    return store
        .read(MEMBERS, Map.of("cluster", cluster.value()), row -> row.get("members").asLong())
        .get(0);
  }

  private static Linker linker(Record row) {
    return new Linker(
        new EntityId(row.get("id").asString()),
        row.get("name").asString(""),
        row.get("links").asLong(),
        row.get("posts").asLong(),
        row.get("assets").asLong(),
        text(row.get("firstSeen")),
        text(row.get("lastSeen")));
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
