package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.GraphVersion;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.neo4j.driver.TransactionContext;

/**
 * Writes through Cypher. What the graph does not have yet, mostly all of it, is created at half the
 * cost of a MERGE; that it is missing was looked up in the same transaction.
 */
record CypherBatchWriter(GraphStore store) implements BatchWriter {
  @Override
  public void entities(EntityKind kind, List<StatedEntity> batch) {
    write(batch.size(), tx -> entities(tx, kind, batch));
  }

  @Override
  public void links(LinkType type, List<Link> batch, Function<Link, Map<String, Object>> measures) {
    List<Map<String, Object>> rows =
        batch.stream().map(link -> FactRows.of(link, measures.apply(link))).toList();
    write(batch.size(), tx -> links(tx, type, rows));
  }

  private void write(int rows, ToLongFunction<TransactionContext> writer) {
    store.write(
        tx -> {
          BatchWriter.requireAll(writer.applyAsLong(tx), rows);
          return GraphVersion.raise(tx);
        });
  }

  /** Writes descriptions of entities of one kind and says how many found their source. */
  static long entities(TransactionContext tx, EntityKind kind, List<StatedEntity> batch) {
    Map<String, Integer> statements = new HashMap<>();
    batch.forEach(stated -> statements.merge(stated.entity().id().value(), 1, Integer::sum));
    Set<String> known = known(tx, WriteQueries.FIND_ENTITIES, statements.keySet());
    Map<String, List<Map<String, Object>>> bySource = new TreeMap<>();
    List<Map<String, Object>> others = new ArrayList<>();
    for (StatedEntity stated : batch) {
      String id = stated.entity().id().value();
      Map<String, Object> row = FactRows.of(stated);
      if (known.contains(id) || statements.getOrDefault(id, 0) > 1) {
        others.add(row);
      } else {
        bySource.computeIfAbsent(stated.source().value(), s -> new ArrayList<>()).add(row);
      }
    }
    return run(
            tx, WriteQueries.createEntities(kind), "groups", groups(GraphSchema.SOURCE, bySource))
        + run(tx, WriteQueries.mergeEntities(kind), "rows", others);
  }

  private static long links(TransactionContext tx, LinkType type, List<Map<String, Object>> rows) {
    List<String> ids = rows.stream().map(CypherBatchWriter::id).toList();
    Set<String> known = known(tx, WriteQueries.findLinks(type), ids);
    Map<String, List<Map<String, Object>>> byFrom = new TreeMap<>();
    List<Map<String, Object>> others = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      if (known.contains(id(row))) {
        others.add(row);
      } else {
        byFrom.computeIfAbsent(String.valueOf(row.get("from")), f -> new ArrayList<>()).add(row);
      }
    }
    return run(tx, WriteQueries.createLinks(type), "groups", groups("from", byFrom))
        + run(tx, WriteQueries.updateLinks(type), "rows", others);
  }

  /** Runs a query that says how many rows it wrote; an empty list of rows needs none. */
  private static long run(
      TransactionContext tx, String query, String parameter, List<Map<String, Object>> rows) {
    return rows.isEmpty()
        ? 0
        : tx.run(query, Map.of(parameter, rows)).single().get("written").asLong();
  }

  private static Set<String> known(TransactionContext tx, String query, Collection<String> ids) {
    return new HashSet<>(
        tx.run(query, Map.of("ids", List.copyOf(ids))).list(row -> row.get("id").asString()));
  }

  private static List<Map<String, Object>> groups(
      String key, Map<String, List<Map<String, Object>>> rowsByKey) {
    List<Map<String, Object>> groups = new ArrayList<>();
    rowsByKey.forEach((value, rows) -> groups.add(Map.of(key, value, "rows", rows)));
    return groups;
  }

  private static String id(Map<String, Object> row) {
    return String.valueOf(row.get(GraphSchema.ID));
  }
}
