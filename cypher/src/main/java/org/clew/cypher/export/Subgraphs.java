package org.clew.cypher.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.links.Links;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.Readership;
import org.clew.cypher.source.Sources;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Chooses parts of the graph and streams them in a stable order, with flat memory. */
public final class Subgraphs {
  private static final String NEIGHBOURS =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})-[r]-(other:Entity)
      WHERE NOT other:Source AND NOT coalesce(r.source, '') IN $hidden
      RETURN DISTINCT other.id AS id ORDER BY id LIMIT $limit
      """;

  private static final String SOME_ENTITIES =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id}) WHERE NOT e:Source
      RETURN properties(e) AS entity ORDER BY e.id
      """;

  private static final String CITED_SOURCES =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})
      CALL (e) {
        MATCH (e)-[:STATED_IN]->(s:Source) RETURN s.id AS source
        UNION
        UNWIND CASE WHEN e:Source THEN [e.id] ELSE [] END AS source RETURN source
        UNION
        MATCH (e)-[r]->(to:Entity) WHERE to.id IN $ids AND NOT to:Source
        RETURN r.source AS source
      }
      RETURN DISTINCT source AS id ORDER BY id
      """;

  private static final String DERIVED_FROM =
      """
      UNWIND $ids AS id
      MATCH (s:Entity {id: id})
      UNWIND s.derivesFrom AS origin
      RETURN DISTINCT origin AS id ORDER BY id
      """;

  private static final String SOME_SOURCES =
      "UNWIND $ids AS id MATCH (s:Entity {id: id}) RETURN s ORDER BY s.id";

  private static final String SOME_STATEMENTS =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})-[r:STATED_IN]->(s:Source)
      RETURN e.id AS entity, s.id AS source, properties(r) AS statement ORDER BY e.id, s.id
      """;

  private static final String SOME_LINKS =
      """
      UNWIND $ids AS id
      MATCH (from:Entity {id: id})-[r:«type»]->(to:Entity) WHERE to.id IN $ids
      """;

  private final GraphStore store;
  private final Readership reader;

  /** The parts of a graph. */
  public Subgraphs(GraphStore store) {
    this(store, Readership.EVERYTHING);
  }

  /** The parts of a graph that a reader may see. */
  public Subgraphs(GraphStore store, Readership reader) {
    this.store = store;
    this.reader = reader;
  }

  /**
   * An entity and all that is within some links of it, nearest first; sources are no way from one
   * entity to another.
   *
   * @param hops at least 0
   * @param maxEntities further entities are left out, and the answer says so
   */
  public Subgraph around(Collection<EntityId> centres, int hops, int maxEntities) {
    Set<EntityId> reached = new TreeSet<>(centres);
    List<EntityId> frontier = new ArrayList<>(reached);
    for (int hop = 0; hop < hops && !frontier.isEmpty(); hop++) {
      List<EntityId> next = new ArrayList<>();
      for (EntityId id : neighbours(frontier, maxEntities + 1)) {
        if (!reached.contains(id)) {
          if (reached.size() >= maxEntities) {
            return new Subgraph(
                reached, "Only the first " + maxEntities + " entities are included.");
          }
          reached.add(id);
          next.add(id);
        }
      }
      frontier = next;
    }
    return new Subgraph(reached, null);
  }

  /**
   * Hands over a part of the graph. Of the whole graph no transaction is open while the visitor
   * works; what is loaded meanwhile may or may not be in it.
   */
  public void visit(Subgraph part, GraphVisitor visitor) {
    if (reader.seesEverything()) {
      visitUnfiltered(part, visitor);
      return;
    }
    Entities entities = new Entities(store);
    SeenByReader seen = new SeenByReader(reader, ids -> entities.find(ids, reader), visitor);
    visitUnfiltered(part, seen);
    seen.flush();
  }

  private void visitUnfiltered(Subgraph part, GraphVisitor visitor) {
    Set<EntityId> entities = part.entities();
    if (entities == null) {
      visitAll(visitor);
    } else {
      visitSome(entities.stream().map(EntityId::value).toList(), visitor);
    }
  }

  private void visitAll(GraphVisitor visitor) {
    WholeGraph whole = new WholeGraph(store);
    Map<String, Cited> cited = new HashMap<>();
    whole.read(
        WholeGraph.SOURCES,
        "source:",
        row -> {
          Cited source = Cited.of(row.get("s"));
          cited.put(source.id.value(), source);
          source(row, visitor);
        });
    whole.read(WholeGraph.ENTITIES, "", row -> entity(row, visitor));
    whole.read(
        WholeGraph.STATEMENTS,
        "",
        row -> {
          if (!row.get("source").isNull()) {
            statement(row, visitor);
          }
        });
    for (LinkType type : typesByName()) {
      whole.read(
          WholeGraph.links(type, visitor.namesEnds()), "", row -> link(type, row, cited, visitor));
    }
  }

  /** What a link tells of its source, read once for all its links. */
  private record Cited(EntityId id, @Nullable String title, @Nullable String grade) {
    static Cited unknown(String id) {
      return new Cited(new EntityId(id), null, null);
    }

    static Cited of(Value source) {
      return new Cited(
          new EntityId(source.get(GraphSchema.ID).asString()),
          text(source.get("title")),
          text(source.get("grade")));
    }

    private static @Nullable String text(Value value) {
      return value.isNull() ? null : value.asString();
    }
  }

  private static void link(
      LinkType type, Record row, Map<String, Cited> sources, GraphVisitor visitor) {
    Value link = row.get("link");
    EntityId from = new EntityId(row.get("from").asString());
    EntityId to = new EntityId(row.get("to").asString());
    Cited cited = sources.computeIfAbsent(link.get("source").asString(), Cited::unknown);
    visitor.link(
        Links.view(
            link,
            from,
            row.get("fromName").asString(from.local()),
            type,
            to,
            row.get("toName").asString(to.local()),
            cited.id,
            cited.title,
            cited.grade),
        properties(link));
  }

  private void visitSome(List<String> entities, GraphVisitor visitor) {
    Map<String, Object> ids = Map.of("ids", entities);
    store.stream(SOME_SOURCES, Map.of("ids", citedSources(ids)), row -> source(row, visitor));
    store.stream(SOME_ENTITIES, ids, row -> entity(row, visitor));
    store.stream(SOME_STATEMENTS, ids, row -> statement(row, visitor));
    for (LinkType type : typesByName()) {
      String query = SOME_LINKS.replace("«type»", type.name());
      store.stream(query + Links.COLUMNS + "ORDER BY r.id", ids, row -> link(row, visitor));
    }
  }

  /** The sources of the part's entities and links, those in it, and all that they derive from. */
  private Set<String> citedSources(Map<String, Object> ids) {
    Set<String> sources = new TreeSet<>();
    List<String> found = store.read(CITED_SOURCES, ids, row -> row.get("id").asString());
    while (sources.addAll(found)) {
      found = store.read(DERIVED_FROM, Map.of("ids", found), row -> row.get("id").asString());
    }
    return sources;
  }

  private List<EntityId> neighbours(List<EntityId> frontier, int limit) {
    List<String> ids = frontier.stream().map(EntityId::value).toList();
    return store.read(
        NEIGHBOURS,
        Map.of("ids", ids, "limit", limit, "hidden", reader.parameter()),
        row -> new EntityId(row.get("id").asString()));
  }

  private static void source(Record row, GraphVisitor visitor) {
    visitor.source(Sources.view(row), properties(row.get("s")));
  }

  private static void entity(Record row, GraphVisitor visitor) {
    visitor.entity(Entities.view(row.get("entity")));
  }

  private static void link(Record row, GraphVisitor visitor) {
    visitor.link(Links.view(row), properties(row.get("r")));
  }

  private static void statement(Record row, GraphVisitor visitor) {
    visitor.statement(
        new EntityId(row.get("entity").asString()),
        new EntityId(row.get("source").asString()),
        properties(row.get("statement")));
  }

  private static SortedMap<String, Object> properties(Value owner) {
    SortedMap<String, Object> properties = new TreeMap<>();
    for (String key : owner.keys()) {
      if (!key.equals(GraphSchema.ID)) {
        properties.put(key, owner.get(key).asObject());
      }
    }
    return properties;
  }

  private static List<LinkType> typesByName() {
    return Arrays.stream(LinkType.values()).sorted(Comparator.comparing(LinkType::name)).toList();
  }
}
