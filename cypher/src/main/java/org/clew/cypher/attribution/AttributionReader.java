package org.clew.cypher.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkRows;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.Readership;
import org.clew.cypher.source.Sources;
import org.clew.model.attribution.AmplificationLayer;
import org.clew.model.attribution.AttributionInputs;
import org.clew.model.attribution.Chronology;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads what attribution takes as input: memberships, candidates, origins, conclusions. */
public final class AttributionReader {
  private static final String HIDDEN = "hidden";

  private static final String LINKS =
      """
      MATCH (f:Entity)-[r:CONTROLS]->(t:Entity)
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      UNION ALL
      MATCH (f:Organization)-[r:OWNS|OPERATES|EMPLOYS]->(t:Entity)
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      UNION ALL
      MATCH (f:Organization)-[r:SUPPLIES]->(t:MediaOutlet|Organization|State)
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      UNION ALL
      MATCH (f:MediaOutlet)-[r:EMPLOYS]->(t:Organization)
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      UNION ALL
      UNWIND $subjects AS subject
      MATCH (f:Entity)-[r:IN_CLUSTER]->(t:Entity {id: subject})
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      UNION ALL
      UNWIND $subjects AS subject
      MATCH (f:Entity {id: subject})-[r:ORIGINATES_IN]->(t:Entity)
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      UNION ALL
      UNWIND $subjects AS subject
      MATCH (:Entity {id: subject})<-[:IN_CLUSTER]-(f:Entity)-[r:ORIGINATES_IN]->(t:Entity)
      RETURN DISTINCT f.id AS from, type(r) AS type, t.id AS to, r
      UNION ALL
      UNWIND $subjects AS subject
      MATCH (f:Entity)-[r:SUPPLIES]->(t:Entity {id: subject})
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      UNION ALL
      UNWIND $subjects AS subject
      MATCH (:Entity {id: subject})<-[:IN_CLUSTER]-(t:Entity)<-[r:SUPPLIES]-(f:Entity)
      RETURN DISTINCT f.id AS from, type(r) AS type, t.id AS to, r
      """;

  private static final String STATEMENTS =
      """
      MATCH (e:MediaOutlet|Organization)-[r:STATED_IN]->(s:Source)
      WHERE e:MediaOutlet OR (:Entity)-[:CONTROLS]->(e) OR (e)-[:OWNS|CONTROLS]->(:MediaOutlet)
        OR (e:Organization)-[:OPERATES|EMPLOYS]->(:Entity)
        OR (e:Organization)-[:OWNS]->(:!MediaOutlet&!Organization&Entity)
      RETURN e.id AS id, s.id AS source, properties(r) AS statement
      UNION ALL
      UNWIND $subjects AS subject
      MATCH (e:Entity {id: subject})-[r:STATED_IN]->(s:Source)
      RETURN e.id AS id, s.id AS source, properties(r) AS statement
      UNION ALL
      UNWIND $subjects AS subject
      MATCH (:Entity {id: subject})<-[:IN_CLUSTER]-(e:Entity)-[r:STATED_IN]->(s:Source)
      RETURN DISTINCT e.id AS id, s.id AS source, properties(r) AS statement
      """;

  private static final String LAYER =
      """
      MATCH (a:Entity)-[r:LINKS_TO|AMPLIFIES|COPIES]->(t:Entity)
      WHERE ($asOf IS NULL OR r.firstSeen IS NULL OR r.firstSeen < $asOf)
        AND NOT r.source IN $hidden
      OPTIONAL MATCH (o:MediaOutlet)-[p:PUBLISHES_ON]->(:Entity)<-[d:SUBDOMAIN_OF*0..1]-(t)
      WHERE NOT p.source IN $hidden AND all(each IN d WHERE NOT each.source IN $hidden)
      WITH a, r, t, min(o.id) AS outlet
      RETURN a.id AS account,
             CASE WHEN size($hidden) = 0 THEN a.language END AS language, coalesce(outlet, t.id) AS target,
             coalesce(r.count, 1) AS count
      ORDER BY account, target
      """;

  private static final String PATHS =
      """
      UNWIND $members AS member
      MATCH (a:Entity {id: member})-[r:LINKS_TO|AMPLIFIES|COPIES]->(t:Entity)
      WHERE NOT r.source IN $hidden
      OPTIONAL MATCH (o:MediaOutlet)-[p:PUBLISHES_ON]->(:Entity)<-[d:SUBDOMAIN_OF*0..1]-(t)
      WHERE NOT p.source IN $hidden AND all(each IN d WHERE NOT each.source IN $hidden)
      WITH a, r, t, coalesce(min(o.id), t.id) AS outlet
      WHERE outlet IN $outlets
      WITH a, r, t, outlet ORDER BY outlet, coalesce(r.firstSeen, '9999'), a.id, t.id, r.source
      WITH outlet, collect({from: a.id, type: type(r), to: t.id, r: r})[..20] AS first
      UNWIND first AS each
      RETURN outlet, each.from AS from, each.type AS type, each.to AS to, each.r AS r
      UNION ALL
      UNWIND $members AS member
      MATCH (t:Entity {id: member})<-[r:LINKS_TO|AMPLIFIES|COPIES]-(a:Entity)
      WHERE NOT r.source IN $hidden
      MATCH (o:MediaOutlet)-[p:PUBLISHES_ON]->(:Entity)<-[d:SUBDOMAIN_OF*0..1]-(a)
      WHERE NOT p.source IN $hidden AND all(each IN d WHERE NOT each.source IN $hidden)
      WITH a, r, t, min(o.id) AS outlet
      WHERE outlet IN $outlets
      WITH a, r, t, outlet ORDER BY outlet, coalesce(r.firstSeen, '9999'), a.id, t.id, r.source
      WITH outlet, collect({from: a.id, type: type(r), to: t.id, r: r})[..20] AS first
      UNWIND first AS each
      RETURN outlet, each.from AS from, each.type AS type, each.to AS to, each.r AS r
      """;

  private static final String CLUSTERS =
      """
      MATCH (c:Cluster)
      WHERE EXISTS { (c)<-[r:IN_CLUSTER]-() WHERE NOT r.source IN $hidden }
      RETURN c.id AS id ORDER BY id
      """;

  private final GraphStore store;
  private final Readership reader;

  /** The inputs in a graph as a reader may see them. */
  public AttributionReader(GraphStore store, Readership reader) {
    this.store = store;
    this.reader = reader;
  }

  /** All clusters that have members, by id. */
  public List<EntityId> clusters() {
    return store.read(
        CLUSTERS,
        Map.of(HIDDEN, reader.parameter()),
        row -> new EntityId(row.get("id").asString()));
  }

  /** The inputs for these subjects. */
  public AttributionInputs inputs(Collection<EntityId> subjects) {
    Map<String, Object> parameters =
        Map.of("subjects", subjects.stream().map(EntityId::value).sorted().toList());
    Map<String, Double> probabilities = new HashMap<>();
    List<Link> links = new ArrayList<>();
    store.read(
        LINKS,
        parameters,
        row -> {
          Link link = LinkRows.link(row);
          Value probability = row.get("r").get("probability");
          if (!probability.isNull()) {
            probabilities.put(link.id(), probability.asDouble());
          }
          return reader.sees(link.source()) && links.add(link);
        });
    List<StatedEntity> entities = store.read(STATEMENTS, parameters, AttributionReader::statement);
    return new AttributionInputs(
        entities.stream().filter(each -> reader.sees(each.source())).toList(),
        links,
        reader.known(new Sources(store).all()),
        probabilities);
  }

  /**
   * Who spreads what, an outlet standing for all that is its own.
   *
   * @param asOf only what was first seen by that day; null for all
   */
  public AmplificationLayer layer(@Nullable LocalDate asOf) {
    AmplificationLayer.Builder layer = new AmplificationLayer.Builder();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put(HIDDEN, reader.parameter());
    parameters.put("asOf", asOf == null ? null : asOf.plusDays(1).toString());
    store.stream(
        LAYER,
        nullable(parameters),
        row -> {
          EntityId account = new EntityId(row.get("account").asString());
          layer.add(account, new EntityId(row.get("target").asString()), row.get("count").asLong());
          if (!row.get("language").isNull()) {
            layer.language(account, row.get("language").asString());
          }
        });
    return layer.build();
  }

  /**
   * By which links members and outlets spread each other's content: of each outlet the first 20 in
   * either direction.
   */
  public Map<EntityId, Chronology> chronologies(
      Collection<EntityId> members, Collection<EntityId> outlets) {
    Map<EntityId, Chronology> chronologies = new TreeMap<>();
    if (outlets.isEmpty()) {
      return chronologies;
    }
    Map<String, Object> parameters =
        Map.of(
            "members",
            members.stream().map(EntityId::value).toList(),
            "outlets",
            outlets.stream().map(EntityId::value).toList(),
            HIDDEN,
            reader.parameter());
    Map<EntityId, List<Link>> paths = new TreeMap<>();
    store.read(
        PATHS,
        parameters,
        row ->
            paths
                .computeIfAbsent(
                    new EntityId(row.get("outlet").asString()), key -> new ArrayList<>())
                .add(LinkRows.link(row)));
    Set<EntityId> subject = Set.copyOf(members);
    paths.forEach((outlet, links) -> chronologies.put(outlet, Chronology.of(links, subject)));
    return chronologies;
  }

  private static StatedEntity statement(Record row) {
    EntityId id = new EntityId(row.get("id").asString());
    TreeMap<String, Object> attributes = new TreeMap<>(row.get("statement").asMap());
    Object name = attributes.get(GraphSchema.NAME);
    attributes.keySet().removeAll(Set.of(GraphSchema.ID, GraphSchema.NAME, GraphSchema.EVIDENCE));
    return new StatedEntity(
        new Entity(id, name == null ? id.local() : name.toString(), attributes),
        new EntityId(row.get("source").asString()),
        List.of());
  }

  @SuppressWarnings("NullAway") // the driver takes null values, its signature just does not say so
  private static Map<String, Object> nullable(Map<String, @Nullable Object> parameters) {
    return new HashMap<>(parameters);
  }
}
