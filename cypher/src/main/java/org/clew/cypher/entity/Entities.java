package org.clew.cypher.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.Readership;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Finds entities by id, by what a person may call them, or by filter. */
public final class Entities {
  private static final String BY_IDS =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})
      RETURN properties(e) AS entity ORDER BY e.id
      """;

  private static final String BY_IDS_AS_SEEN =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})-[s:STATED_IN]->(source:Source)
      WHERE NOT source.id IN $hidden
      WITH e, s, source ORDER BY source.quality ASC, coalesce(source.date, '') ASC, source.id DESC
      RETURN e.id AS id, collect(properties(s)) AS descriptions ORDER BY id
      """;

  private static final String LIST =
      """
      MATCH (e:Entity) USING INDEX SEEK e:Entity(id)
      WHERE e.id > $after AND e.id < $before AND NOT e:Source
        AND ($platform IS NULL OR e.platform = $platform)
        AND ($state IS NULL OR e.country = $state)
      RETURN properties(e) AS entity ORDER BY e.id LIMIT $limit
      """;

  private static final String NEARLY =
      """
      CALL db.index.fulltext.queryNodes('entity_names', $query) YIELD node AS e, score
      WITH e, score WHERE NOT e:Source
      WITH e, score LIMIT 1000
      RETURN properties(e) AS entity ORDER BY score DESC, e.id LIMIT $limit
      """;

  private static final String STATEMENTS =
      """
      MATCH (e:Entity {id: $id})-[r:STATED_IN]->(s:Source)
      RETURN s.id AS source, s.title AS title, coalesce(s.grade, 'F6') AS grade,
             properties(r) AS statement
      ORDER BY s.id LIMIT $limit
      """;

  /** A prefix of ids ends at a colon, and a semicolon follows it. */
  private static final String AFTER_ALL_IDS = "~";

  private final GraphStore store;

  /** The entities of a graph. */
  public Entities(GraphStore store) {
    this.store = store;
  }

  /** The entity of an id, if the graph has it. */
  public Optional<EntityView> find(EntityId id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** Those of the ids that the graph has, in the order of the ids. */
  public List<EntityView> find(Collection<EntityId> ids) {
    List<String> values = ids.stream().map(EntityId::value).distinct().toList();
    return store.read(BY_IDS, Map.of("ids", values), Entities::view);
  }

  /**
   * Those of the ids of which a reader may know, as the sources he may see describe them.
   *
   * @param reader for whom
   */
  public List<EntityView> find(Collection<EntityId> ids, Readership reader) {
    if (reader.seesEverything()) {
      return find(ids);
    }
    List<String> values = ids.stream().map(EntityId::value).distinct().toList();
    return store.read(
        BY_IDS_AS_SEEN, Map.of("ids", values, "hidden", reader.parameter()), Entities::asSeen);
  }

  private static EntityView asSeen(Record row) {
    EntityId id = new EntityId(row.get("id").asString());
    TreeMap<String, Object> attributes = new TreeMap<>();
    row.get("descriptions").asList(Value::asMap).forEach(attributes::putAll);
    Object name = attributes.get(GraphSchema.NAME);
    attributes.keySet().removeAll(Set.of(GraphSchema.ID, GraphSchema.NAME, GraphSchema.EVIDENCE));
    attributes.keySet().removeAll(Attribute.ofNotes());
    return new EntityView(id, name == null ? id.local() : name.toString(), attributes);
  }

  /**
   * Entities whose name, handle, display name or company is one of the texts, whatever its case; at
   * most 20 a text, in the order of the ids. A text that fits none has no entry.
   */
  public Map<String, List<EntityView>> called(Collection<String> texts) {
    return new EntityNames(store).called(texts);
  }

  /** Entities that pass the filter after an id, in the order of the ids. */
  public List<EntityView> list(EntityFilter filter, String afterId, int limit) {
    EntityKind kind = filter.kind();
    String first = kind == null ? "" : kind.idPrefix() + ":";
    Map<String, Object> parameters = parameters(filter);
    parameters.put("after", afterId.compareTo(first) > 0 ? afterId : first);
    parameters.put("before", kind == null ? AFTER_ALL_IDS : kind.idPrefix() + ";");
    parameters.put("limit", limit);
    return store.read(LIST, parameters, Entities::view);
  }

  /** Entities that match the filter's text, best match first, after a place. */
  public SearchResult search(EntityFilter filter, SearchPlace after, int limit) {
    return new EntitySearch(store).search(filter, parameters(filter), after, limit);
  }

  /** Entities with a name or handle that is nearly the text, the nearest first. */
  public List<EntityView> nearly(String text, int limit) {
    String query = FullTextQuery.nearly(text);
    return query.isEmpty()
        ? List.of()
        : store.read(NEARLY, Map.of("query", query, "limit", limit), Entities::view);
  }

  /** What sources say of an entity, in the order of the sources' ids. */
  public List<Statement> statements(EntityId id, int limit) {
    return store.read(STATEMENTS, Map.of("id", id.value(), "limit", limit), Entities::statement);
  }

  /** The view that the properties of an entity's node give. */
  public static EntityView view(MapAccessor properties) {
    TreeMap<String, Object> attributes = new TreeMap<>(properties.asMap());
    EntityId id = new EntityId(String.valueOf(attributes.remove(GraphSchema.ID)));
    @Nullable Object name = attributes.remove(GraphSchema.NAME);
    return new EntityView(id, name == null ? id.local() : name.toString(), attributes);
  }

  private static EntityView view(Record row) {
    return view(row.get("entity"));
  }

  private static Statement statement(Record row) {
    Value said = row.get("statement");
    TreeMap<String, Object> attributes = new TreeMap<>(said.asMap());
    attributes.keySet().removeAll(Set.of(GraphSchema.ID, GraphSchema.NAME, GraphSchema.EVIDENCE));
    Value name = said.get(GraphSchema.NAME);
    Value evidence = said.get(GraphSchema.EVIDENCE);
    return new Statement(
        new EntityId(row.get("source").asString()),
        row.get("title").asString(""),
        row.get("grade").asString(),
        name.isNull() ? null : name.asString(),
        attributes,
        evidence.isNull() ? List.of() : evidence.asList(Value::asString));
  }

  private static Map<String, Object> parameters(EntityFilter filter) {
    @Nullable EntityKind kind = filter.kind();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("label", kind == null ? null : kind.label());
    parameters.put("platform", filter.platform());
    String state = filter.state();
    parameters.put("state", state == null ? null : state.toUpperCase(Locale.ROOT));
    return nullable(parameters);
  }

  @SuppressWarnings("NullAway") // the driver takes null values, its signature just does not say so
  private static Map<String, Object> nullable(Map<String, @Nullable Object> parameters) {
    return new HashMap<>(parameters);
  }
}
