package org.clew.cypher.trace;

import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphVersion;
import org.clew.cypher.source.Sources;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.trace.ArrayEvidenceGraph;
import org.clew.model.trace.ArrayEvidenceGraphBuilder;
import org.neo4j.driver.Record;

/** Fills arrays with all control evidence of a database, by two streaming queries. */
final class SnapshotReader {
  private static final String COUNT =
      """
      MATCH ()-[r:«types»]->()
      RETURN count(r) AS links
      """
          .replace("«types»", EvidenceRows.TYPES);

  private static final String LINKS =
      """
      MATCH (f:Entity)-[r:«types»]->(t:Entity)
      WHERE «counts»
      WITH f, r, t, properties(r) AS p
      RETURN f.id AS from, t.id AS to, «link» AS link
      """
          .replace("«types»", EvidenceRows.TYPES)
          .replace("«counts»", EvidenceRows.COUNTS)
          .replace("«link»", EvidenceRows.LINK);

  private static final String ENTITIES =
      """
      MATCH (e:Entity)
      WHERE EXISTS { (e)-[:«types»]-() }
      WITH properties(e) AS p
      RETURN «facts»
      """
          .replace("«types»", EvidenceRows.TYPES)
          .replace("«facts»", EvidenceRows.FACTS);

  /** So many rows are read between two looks at whether somebody waits. */
  private static final int ROWS = 500;

  private final GraphStore store;
  private final Courtesy courtesy;
  private int rows;

  /**
   * A reader.
   *
   * @param courtesy when it stands still
   */
  SnapshotReader(GraphStore store, Courtesy courtesy) {
    this.store = store;
    this.courtesy = courtesy;
  }

  /** How many links a snapshot would hold. */
  long size() {
    return store.read(COUNT, Map.of(), row -> row.get("links").asLong()).get(0);
  }

  /**
   * Reads a snapshot.
   *
   * @throws ClewException UNAVAILABLE when the graph was changed meanwhile
   */
  ArrayEvidenceGraph read() {
    long version = GraphVersion.of(store);
    ArrayEvidenceGraphBuilder builder =
        new ArrayEvidenceGraphBuilder(version, new Sources(store).all());
    EvidenceRows links = new EvidenceRows(builder.columns());
    store.stream(LINKS, Map.of(), row -> add(links, row));
    store.stream(ENTITIES, Map.of(), row -> describe(builder, row));
    if (GraphVersion.of(store) != version) {
      throw new ClewException(Reason.UNAVAILABLE, "The graph was changed while it was read.");
    }
    return builder.build(new WholeLinks(store));
  }

  private void add(EvidenceRows links, Record row) {
    giveWay();
    links.add(
        new EntityId(row.get("from").asString()),
        new EntityId(row.get("to").asString()),
        row.get("link"));
  }

  private void describe(ArrayEvidenceGraphBuilder builder, Record row) {
    giveWay();
    EntityId id = new EntityId(row.get("id").asString());
    if (builder.joins(id)) {
      builder.describe(id, EvidenceRows.facts(id, row));
    }
  }

  private void giveWay() {
    if (++rows % ROWS == 0) {
      courtesy.giveWay();
    }
  }
}
