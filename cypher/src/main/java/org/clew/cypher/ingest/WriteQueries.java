package org.clew.cypher.ingest;

import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;

/**
 * The write queries. Labels and types cannot be parameters in Cypher; here they come from enums
 * alone and take the place of a marker in a fixed text.
 *
 * <p>They say that an index is to be sought in: while a load outruns Neo4j's statistics, its
 * planner may take a scan to cost nothing, and then each row of a batch looks through all links.
 */
final class WriteQueries {
  private static final String MARKER = "«name»";

  static final String FIND_LOAD = "MATCH (l:ClewLoad {id: $key}) RETURN l.id AS id";

  static final String MARK_LOAD =
      """
      MERGE (l:ClewLoad {id: $key})
      SET l.sources = $sources
      """;

  static final String FORGET_LOADS = "MATCH (l:ClewLoad) WHERE $source IN l.sources DELETE l";

  static final String MERGE_SOURCES =
      """
      UNWIND $rows AS row
      MERGE (s:Entity {id: row.id})
      SET s:Source, s = row.properties
      RETURN count(*) AS written
      """;

  static final String FIND_ENTITIES =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id)
      RETURN e.id AS id
      """;

  /** Creates entities that only one source describes: they show what it says. */
  private static final String CREATE_ENTITIES =
      """
      UNWIND $groups AS group
      MATCH (source:Entity {id: group.source}) USING INDEX SEEK source:Entity(id)
      UNWIND group.rows AS row
      WITH source, row.id AS id, row.properties AS said
      CREATE (e:Entity:«name»)-[s:STATED_IN]->(source)
      SET e = {name: substring(id, size(split(id, ':')[0]) + 1)}
      SET e += said {.*, id: id, evidence: null, remark: null, assessment: null, about: null},
          s = said
      RETURN count(*) AS written
      """;

  /**
   * Derives what an entity {@code e} shows from all its descriptions: the better graded source wins
   * each attribute, then the later one, then the one whose id comes first. The entity is locked
   * before they are read, by being given the name it has. Its id stays throughout: each change of
   * it would be looked up in the index of the ids.
   */
  private static final String DERIVED =
      """
      SET e.name = e.name
      WITH *
      CALL (e) {
        MATCH (e)-[s:STATED_IN]->(source:Source)
        WITH e, s
        ORDER BY coalesce(source.quality, 0) ASC, coalesce(source.date, '') ASC, source.id DESC
        RETURN collect(s {.*, id: e.id}) AS descriptions
      }
      SET e = {id: e.id, name: substring(e.id, size(split(e.id, ':')[0]) + 1)}
      FOREACH (description IN descriptions | SET e += description)
      REMOVE e.evidence, e.remark, e.assessment, e.about
      """;

  /**
   * Describes entities and derives what they show. A mention without a name adds to what the same
   * source says elsewhere and takes nothing of it back.
   */
  private static final String MERGE_ENTITIES =
      """
      UNWIND $rows AS row
      MATCH (source:Entity {id: row.source}) USING INDEX SEEK source:Entity(id)
      MERGE (e:Entity {id: row.id})
      ON CREATE SET e:«name»
      MERGE (e)-[s:STATED_IN {id: row.statement}]->(source)
        ON CREATE SET s = row.properties
      FOREACH (properties IN CASE WHEN row.mention THEN [] ELSE [row.properties] END |
        SET s = properties)
      SET s += row.attributes
      WITH e, count(*) AS statements
      """
          + DERIVED
          + "RETURN sum(statements) AS written\n";

  private static final String FIND_LINKS =
      """
      UNWIND $ids AS id
      MATCH ()-[r:«name» {id: id}]->() USING INDEX SEEK r:«name»(id)
      RETURN r.id AS id
      """;

  /** Creates links that are grouped by their first end, which is looked up once. */
  private static final String CREATE_LINKS =
      """
      UNWIND $groups AS group
      MATCH (from:Entity {id: group.from}) USING INDEX SEEK from:Entity(id)
      UNWIND group.rows AS row
      MATCH (to:Entity {id: row.to}) USING INDEX SEEK to:Entity(id)
      CREATE (from)-[r:«name»]->(to)
      SET r += row.properties
      RETURN count(*) AS written
      """;

  /** A claim's status is the analyst's and outlasts what a source says again. */
  private static final String UPDATE_LINKS =
      """
      UNWIND $rows AS row
      MATCH ()-[r:«name» {id: row.id}]->() USING INDEX SEEK r:«name»(id)
      WITH r, row.properties AS properties, coalesce(r.status, row.properties.status) AS status
      SET r = properties {.*, status: status}
      RETURN count(*) AS written
      """;

  static final String FIND_SOURCE = "MATCH (s:Source {id: $source}) RETURN s.id AS id";

  private static final String REMOVE_LINKS =
      """
      MATCH ()-[r:«name» {source: $source}]->()
      WITH r LIMIT 20000
      DELETE r
      RETURN count(*) AS removed
      """;

  static final String DESCRIBED_BY =
      """
      MATCH (e:Entity)-[:STATED_IN]->(:Source {id: $source})
      RETURN e.id AS id ORDER BY id
      """;

  static final String FORGET_STATEMENTS =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})-[s:STATED_IN]->(:Source {id: $source})
      USING INDEX SEEK e:Entity(id)
      DELETE s
      WITH DISTINCT e
      """
          + DERIVED
          + """
      WITH e, descriptions WHERE size(descriptions) = 0
      DETACH DELETE e
      RETURN count(*) AS gone
      """;

  static final String REMOVE_SOURCE = "MATCH (s:Source {id: $source}) DETACH DELETE s";

  static final String ERASE =
      "MATCH (e:Entity {id: $id}) DETACH DELETE e RETURN count(*) AS removed";

  static final String CLEAR_LINKS =
      "MATCH (:Entity)-[r]->(:Entity) WITH r LIMIT 20000 DELETE r RETURN count(*) AS removed";

  static final String CLEAR_NODES =
      "MATCH (n:Entity|ClewLoad) WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS removed";

  private WriteQueries() {}

  static String mergeEntities(EntityKind kind) {
    return MERGE_ENTITIES.replace(MARKER, kind.label());
  }

  static String createEntities(EntityKind kind) {
    return CREATE_ENTITIES.replace(MARKER, kind.label());
  }

  static String findLinks(LinkType type) {
    return FIND_LINKS.replace(MARKER, type.name());
  }

  static String createLinks(LinkType type) {
    return CREATE_LINKS.replace(MARKER, type.name());
  }

  static String updateLinks(LinkType type) {
    return UPDATE_LINKS.replace(MARKER, type.name());
  }

  static String removeLinks(LinkType type) {
    return REMOVE_LINKS.replace(MARKER, type.name());
  }
}
