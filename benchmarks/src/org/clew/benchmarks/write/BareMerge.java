package org.clew.benchmarks.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.Hashes;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;

/** The loop anybody would write with the driver: the same nodes and relationships, nothing else. */
final class BareMerge {
  private static final int BATCH = 5_000;

  private final GraphStore store;

  BareMerge(GraphStore store) {
    this.store = store;
  }

  void write(Facts facts) {
    store.execute(
        "MERGE (s:Entity {id: $id}) SET s:Source, s.quality = 0.75",
        Map.of("id", facts.sources().get(0).id().value()));
    Map<String, List<Map<String, Object>>> batches = new LinkedHashMap<>();
    for (StatedEntity stated : facts.entities()) {
      add(batches, entityQuery(stated.entity().kind().label()), row(stated));
    }
    for (Link link : facts.links()) {
      add(batches, linkQuery(link.type().name()), row(link));
    }
    batches.forEach(this::run);
  }

  private void add(
      Map<String, List<Map<String, Object>>> batches, String query, Map<String, Object> row) {
    List<Map<String, Object>> rows = batches.computeIfAbsent(query, key -> new ArrayList<>());
    rows.add(row);
    if (rows.size() == BATCH) {
      run(query, rows);
      rows.clear();
    }
  }

  private void run(String query, List<Map<String, Object>> rows) {
    if (!rows.isEmpty()) {
      store.write(tx -> tx.run(query, Map.of("rows", rows)).consume());
    }
  }

  private static String entityQuery(String label) {
    return """
    UNWIND $rows AS row
    MATCH (source:Entity {id: row.source})
    MERGE (e:Entity {id: row.id})
    SET e:%s, e += row.entity
    MERGE (e)-[s:STATED_IN {id: row.statement}]->(source)
    SET s += row.said
    """
        .formatted(label);
  }

  private static String linkQuery(String type) {
    return """
    UNWIND $rows AS row
    MATCH (from:Entity {id: row.from})
    MATCH (to:Entity {id: row.to})
    MERGE (from)-[r:%s {id: row.id}]->(to)
    SET r += row.properties
    """
        .formatted(type);
  }

  private static Map<String, Object> row(StatedEntity stated) {
    String id = stated.entity().id().value();
    Map<String, Object> entity = new HashMap<>(stated.entity().attributes());
    entity.put("name", stated.entity().name());
    Map<String, Object> said = new HashMap<>(entity);
    said.put("evidence", stated.evidence());
    return Map.of(
        "id", id,
        "source", stated.source().value(),
        "statement", Hashes.shortHash(id + "|STATED_IN|" + stated.source()),
        "entity", entity,
        "said", said);
  }

  private static Map<String, Object> row(Link link) {
    Map<String, Object> properties =
        Map.of(
            "source", link.source().value(),
            "count", link.count(),
            "basis", link.basis().word(),
            "evidence", link.evidence(),
            "firstSeen", String.valueOf(link.firstSeen()),
            "lastSeen", String.valueOf(link.lastSeen()));
    return Map.of(
        "id", link.id(),
        "from", link.from().value(),
        "to", link.to().value(),
        "properties", properties);
  }
}
