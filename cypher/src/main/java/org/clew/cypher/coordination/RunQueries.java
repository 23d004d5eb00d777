package org.clew.cypher.coordination;

import org.clew.model.links.LinkType;

/** The queries of {@link DetectionRuns}. */
final class RunQueries {
  private static final String MARKER = "«name»";

  private static final String MERGE_LINKS =
      """
      UNWIND $rows AS row
      MATCH (from:Entity {id: row.from})
      MATCH (to:Entity {id: row.to})
      MERGE (from)-[r:«name» {id: row.id}]->(to)
      SET r = row.properties
      RETURN count(*) AS written
      """;

  /** A run never outvotes a source that describes an account itself. */
  static final String DESCRIBE_RUN =
      """
      MATCH (run:Source {id: $run})
      OPTIONAL MATCH (meta:ClewMeta {id: 'graph'})
      SET run += $parameters, run.quality = 0.0, run.sequence = coalesce(meta.graphVersion, 0)
      """;

  static final String LIST =
      """
      MATCH (s:Source {format: 'detection'}) WHERE s.id > $after
      RETURN properties(s) AS run ORDER BY s.id LIMIT $limit
      """;

  static final String FIND =
      "MATCH (s:Source {id: $run, format: 'detection'}) RETURN properties(s) AS run";

  static final String SIGNALS =
      """
      MATCH (s:Source {format: 'detection-signal'}) WHERE $run IN s.derivesFrom
      RETURN s.id AS id ORDER BY id
      """;

  static final String MEMBERSHIP =
      """
      MATCH (c:Cluster)-[:STATED_IN]->(:Source {id: $run})
      MATCH (a:Account)-[:IN_CLUSTER {source: $run}]->(c)
      RETURN a.id AS account, c.id AS cluster ORDER BY account
      """;

  /** A note or a mark is no description, and goes with its own source. */
  static final String UNDESCRIBED =
      """
      UNWIND $ids AS id
      OPTIONAL MATCH (:Entity {id: id})-[:STATED_IN]->(s:Source)
      WHERE NOT coalesce(s.format, '') IN ['detection', 'note', 'mark']
      WITH id, count(s) AS others WHERE others = 0
      RETURN id ORDER BY id
      """;

  private RunQueries() {}

  static String mergeLinks(LinkType type) {
    return MERGE_LINKS.replace(MARKER, type.name());
  }
}
