package org.clew.cypher.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** What some sources brought into the graph: what would not be there, or not so, without them. */
public final class SourceChanges {
  private static final String TOUCHED =
      """
      UNWIND $sources AS source
      MATCH (e:Entity)-[:STATED_IN]->(:Source {id: source})
      WITH DISTINCT e
      WITH e, NOT EXISTS {
        MATCH (e)-[:STATED_IN]->(other:Source) WHERE NOT other.id IN $sources
      } AS fresh
      """;

  private static final String COUNT_ENTITIES =
      TOUCHED + "RETURN fresh, count(*) AS entities ORDER BY fresh";

  private static final String NEW_ENTITIES =
      TOUCHED
          + """
          WITH e, fresh WHERE fresh
          RETURN e.id AS id, e.name AS name ORDER BY id LIMIT $limit
          """;

  private static final String DESCRIBED_ANEW =
      TOUCHED
          + """
          WITH e, fresh WHERE NOT fresh
          WITH e ORDER BY e.id LIMIT $limit
          MATCH (e)-[r:STATED_IN]->(s:Source)
          WITH e, r, s ORDER BY s.quality ASC, coalesce(s.date, '') ASC, s.id DESC
          RETURN e.id AS id, e.name AS name,
                 collect({source: s.id, said: properties(r)}) AS descriptions
          ORDER BY id
          """;

  private static final String LINKS =
      """
      MATCH (from:Entity)-[r:«type»]->(to:Entity) WHERE r.source IN $sources
      WITH from, r, to, EXISTS {
        MATCH (from)-[other:«type»]->(to) WHERE NOT other.source IN $sources
      } AS confirms
      """;

  private static final String COUNT_LINKS =
      LINKS + "RETURN confirms, count(*) AS links ORDER BY confirms";

  private static final String LIST_LINKS =
      LINKS
          + """
          RETURN r.id AS id, from.id AS from, to.id AS to, r.source AS source, confirms
          ORDER BY confirms, id LIMIT $limit
          """;

  private static final String SIGNALS =
      """
      MATCH (s:Source) WHERE s.format = 'detection-signal'
        AND any(origin IN s.derivesFrom WHERE origin IN $sources)
      RETURN s.id AS id ORDER BY id
      """;

  private final GraphStore store;

  /** The sources of a graph. */
  public SourceChanges(GraphStore store) {
    this.store = store;
  }

  /**
   * An entity that no other source states, or states otherwise.
   *
   * @param id its id
   * @param name its name now
   * @param change new, or changed with what differs
   * @param attributes by name what it would be without the sources, and what it is; empty for a new
   *     one
   */
  public record EntityChange(
      EntityId id, String name, String change, SortedMap<String, Difference> attributes) {}

  /**
   * A value without the sources and with them.
   *
   * @param before null where there was none
   * @param after null where there is none
   */
  public record Difference(@Nullable Object before, @Nullable Object after) {}

  /**
   * A link of the sources.
   *
   * @param id its id
   * @param from where it starts
   * @param type its type
   * @param to where it ends
   * @param source who says so
   * @param change new, or confirms where other sources say the same
   */
  public record LinkChange(
      String id, EntityId from, String type, EntityId to, EntityId source, String change) {}

  /**
   * What the sources brought.
   *
   * @param newEntities entities that only they state
   * @param describedEntities entities that others state too
   * @param newLinks links that only they state
   * @param confirmedLinks links that others state too
   * @param entities the new ones and those that show other values now, at most as many as asked for
   * @param links new ones first, at most as many as asked for
   */
  public record Report(
      long newEntities,
      long describedEntities,
      long newLinks,
      long confirmedLinks,
      List<EntityChange> entities,
      List<LinkChange> links) {
    public Report {
      entities = List.copyOf(entities);
      links = List.copyOf(links);
    }
  }

  /** The sources with the signals of those that are detection runs. */
  public Set<EntityId> withSignals(Collection<EntityId> sources) {
    Set<EntityId> all = new TreeSet<>(sources);
    all.addAll(
        store.read(
            SIGNALS,
            Map.of("sources", sources.stream().map(EntityId::value).toList()),
            row -> new EntityId(row.get("id").asString())));
    return all;
  }

  /**
   * What sources brought.
   *
   * @param limit how many entities and links of each sort are listed
   */
  public Report of(Collection<EntityId> sources, int limit) {
    List<String> ids = sources.stream().map(EntityId::value).sorted().toList();
    Map<String, Object> parameters = Map.of("sources", ids, "limit", limit);
    long[] entities = counts(COUNT_ENTITIES, "fresh", "entities", parameters);
    List<EntityChange> changed =
        new ArrayList<>(
            store.read(
                NEW_ENTITIES,
                parameters,
                row ->
                    new EntityChange(
                        new EntityId(row.get("id").asString()),
                        row.get("name").asString(""),
                        "new",
                        new TreeMap<>())));
    Set<String> known = Set.copyOf(ids);
    store.read(DESCRIBED_ANEW, parameters, row -> changed(row, known)).stream()
        .filter(change -> !change.attributes().isEmpty())
        .forEach(changed::add);
    long newLinks = 0;
    long confirmed = 0;
    List<LinkChange> links = new ArrayList<>();
    for (LinkType type : types()) {
      long[] found =
          counts(COUNT_LINKS.replace("«type»", type.name()), "confirms", "links", parameters);
      newLinks += found[0];
      confirmed += found[1];
      if (found[0] + found[1] > 0) {
        links.addAll(
            store.read(
                LIST_LINKS.replace("«type»", type.name()), parameters, row -> link(row, type)));
      }
    }
    links.sort(Comparator.comparing(LinkChange::change, Comparator.reverseOrder()));
    return new Report(
        entities[1],
        entities[0],
        newLinks,
        confirmed,
        changed,
        links.subList(0, Math.min(limit, links.size())));
  }

  /** How often the flag is false, and how often it is true. */
  private long[] counts(String query, String flag, String count, Map<String, Object> parameters) {
    long[] counts = new long[2];
    store
        .read(query, parameters, row -> row)
        .forEach(row -> counts[row.get(flag).asBoolean() ? 1 : 0] = row.get(count).asLong());
    return counts;
  }

  private static LinkChange link(Record row, LinkType type) {
    return new LinkChange(
        row.get("id").asString(),
        new EntityId(row.get("from").asString()),
        type.name(),
        new EntityId(row.get("to").asString()),
        new EntityId(row.get("source").asString()),
        row.get("confirms").asBoolean() ? "confirms" : "new");
  }

  private static EntityChange changed(Record row, Set<String> sources) {
    SortedMap<String, Object> before = new TreeMap<>();
    SortedMap<String, Object> after = new TreeMap<>();
    for (Value description : row.get("descriptions").values()) {
      Map<String, Object> said = description.get("said").asMap();
      after.putAll(said);
      if (!sources.contains(description.get("source").asString())) {
        before.putAll(said);
      }
    }
    Set<String> hidden = Set.of(GraphSchema.ID, GraphSchema.EVIDENCE);
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    SortedMap<String, Difference> differences = new TreeMap<>();
    for (String name : names) {
      @Nullable Object was = before.get(name);
      @Nullable Object is = after.get(name);
      boolean same = was == null ? is == null : was.equals(is);
      if (!same && !hidden.contains(name) && !Attribute.ofNotes().contains(name)) {
        differences.put(name, new Difference(was, is));
      }
    }
    return new EntityChange(
        new EntityId(row.get("id").asString()),
        row.get("name").asString(""),
        "changed",
        differences);
  }

  private static List<LinkType> types() {
    return Arrays.stream(LinkType.values()).sorted(Comparator.comparing(LinkType::name)).toList();
  }
}
