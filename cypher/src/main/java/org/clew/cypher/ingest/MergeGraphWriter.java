package org.clew.cypher.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.OverlappedWrites.Batch;
import org.clew.cypher.source.GraphVersion;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.links.LinkType;
import org.clew.model.source.Source;

/** Writes by unique keys, in transactions of some thousand rows. */
final class MergeGraphWriter implements GraphWriter {
  private final GraphStore store;
  private final BatchWriter writer;

  MergeGraphWriter(GraphStore store, BatchWriter writer) {
    this.store = store;
    this.writer = writer;
  }

  @Override
  public boolean isComplete(String loadKey) {
    return !store
        .read(WriteQueries.FIND_LOAD, Map.of("key", loadKey), row -> row.get("id").asString())
        .isEmpty();
  }

  @Override
  public void write(Facts facts, String loadKey, Progress progress, Runnable beforeCompletion) {
    long total = (long) facts.sources().size() + facts.entities().size() + facts.links().size();
    Counter counter = new Counter(total, progress);
    List<Batch> sources = FactBatches.batches(facts.sources(), batch -> write(batch, facts));
    FactBatches batches = new FactBatches(facts, writer);
    for (List<Batch> independent : List.of(sources, batches.entities(), batches.links())) {
      new OverlappedWrites(counter::add).run(independent);
    }
    beforeCompletion.run();
    List<String> stated = facts.sources().stream().map(s -> s.id().value()).toList();
    store.write(
        tx -> {
          tx.run(WriteQueries.MARK_LOAD, Map.of("key", loadKey, "sources", stated));
          return GraphVersion.raise(tx);
        });
  }

  private void write(List<Source> sources, Facts facts) {
    List<Map<String, Object>> rows =
        sources.stream()
            .map(source -> FactRows.of(source, facts.measures(source.id().value())))
            .toList();
    store.write(
        tx -> {
          tx.run(WriteQueries.MERGE_SOURCES, Map.of("rows", rows)).consume();
          return GraphVersion.raise(tx);
        });
  }

  @Override
  public Map<String, Long> unload(EntityId source) {
    Map<String, Object> parameters = Map.of("source", source.value());
    if (store.read(WriteQueries.FIND_SOURCE, parameters, row -> 1).isEmpty()) {
      throw new ClewException(Reason.NOT_FOUND, "There is no source '" + source + "'.");
    }
    store.write(tx -> tx.run(WriteQueries.FORGET_LOADS, parameters).consume());
    Map<String, Long> removed = new HashMap<>();
    long links = 0;
    for (LinkType type : LinkType.values()) {
      links += removeInBatches(WriteQueries.removeLinks(type), parameters);
    }
    removed.put("links", links);
    List<String> described = describedBy(parameters);
    removed.put("statements", (long) described.size());
    removed.put("entities", forget(described, parameters));
    store.write(
        tx -> {
          tx.run(WriteQueries.REMOVE_SOURCE, parameters);
          return GraphVersion.raise(tx);
        });
    return removed;
  }

  @Override
  public boolean erase(EntityId entity) {
    return store.write(
        tx -> {
          long gone =
              tx.run(WriteQueries.ERASE, Map.of("id", entity.value()))
                  .single()
                  .get("removed")
                  .asLong();
          GraphVersion.raise(tx);
          return gone > 0;
        });
  }

  @Override
  public void clear() {
    removeInBatches(WriteQueries.CLEAR_LINKS, Map.of());
    removeInBatches(WriteQueries.CLEAR_NODES, Map.of());
  }

  private long removeInBatches(String query, Map<String, Object> parameters) {
    long removed = 0;
    long last;
    do {
      last =
          store.write(
              tx -> {
                long count = tx.run(query, parameters).single().get("removed").asLong();
                GraphVersion.raise(tx);
                return count;
              });
      removed += last;
    } while (last > 0);
    return removed;
  }

  private List<String> describedBy(Map<String, Object> parameters) {
    return store.read(WriteQueries.DESCRIBED_BY, parameters, row -> row.get("id").asString());
  }

  private long forget(List<String> entities, Map<String, Object> parameters) {
    long gone = 0;
    for (int start = 0; start < entities.size(); start += FactBatches.ROWS) {
      int end = Math.min(entities.size(), start + FactBatches.ROWS);
      Map<String, Object> batch = new HashMap<>(parameters);
      batch.put("ids", entities.subList(start, end));
      gone +=
          store.write(
              tx -> {
                long count =
                    tx.run(WriteQueries.FORGET_STATEMENTS, batch).single().get("gone").asLong();
                GraphVersion.raise(tx);
                return count;
              });
    }
    return gone;
  }

  private static final class Counter {
    private final long total;
    private final Progress progress;
    private long written;

    Counter(long total, Progress progress) {
      this.total = total;
      this.progress = progress;
    }

    void add(long count) {
      written += count;
      progress.committed(written, total);
    }
  }
}
