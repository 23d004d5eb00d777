package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphVersion;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.neo4j.driver.TransactionContext;

/** Writes by unique keys, in transactions of {@value #BATCH} rows. */
final class MergeGraphWriter implements GraphWriter {
  private static final int BATCH = 5_000;

  private final GraphStore store;

  MergeGraphWriter(GraphStore store) {
    this.store = store;
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
    writeBatches(
        facts.sources(),
        (tx, sources) ->
            Batches.run(
                tx,
                WriteQueries.MERGE_SOURCES,
                "rows",
                sources.stream()
                    .map(source -> FactRows.of(source, facts.measures(source.id().value())))
                    .toList()),
        counter);
    byKind(facts.entities())
        .forEach(
            (kind, entities) ->
                writeBatches(entities, (tx, batch) -> Batches.entities(tx, kind, batch), counter));
    byType(facts.links())
        .forEach(
            (type, links) ->
                writeBatches(
                    links,
                    (tx, batch) ->
                        Batches.links(
                            tx,
                            type,
                            batch.stream()
                                .map(link -> FactRows.of(link, measures(facts, link)))
                                .toList()),
                    counter));
    beforeCompletion.run();
    List<String> sources = facts.sources().stream().map(s -> s.id().value()).toList();
    store.write(
        tx -> {
          tx.run(WriteQueries.MARK_LOAD, Map.of("key", loadKey, "sources", sources));
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

  /** The id of a link is a digest, which is not computed where nothing was measured. */
  private static Map<String, Object> measures(Facts facts, Link link) {
    return facts.measures().isEmpty() ? Map.of() : facts.measures(link.id());
  }

  private <T> void writeBatches(
      List<T> facts, ToLongBiFunction<TransactionContext, List<T>> write, Counter counter) {
    for (int start = 0; start < facts.size(); start += BATCH) {
      List<T> batch = facts.subList(start, Math.min(facts.size(), start + BATCH));
      store.write(
          tx -> {
            requireAll(write.applyAsLong(tx, batch), batch.size());
            return GraphVersion.raise(tx);
          });
      counter.add(batch.size());
    }
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
    for (int start = 0; start < entities.size(); start += BATCH) {
      Map<String, Object> batch = new HashMap<>(parameters);
      batch.put("ids", entities.subList(start, Math.min(entities.size(), start + BATCH)));
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

  /** A row whose source or end is missing would otherwise vanish without a word. */
  private static void requireAll(long written, int rows) {
    if (written != rows) {
      throw new ClewException(
          Reason.UNREADABLE,
          "Only "
              + written
              + " of "
              + rows
              + " rows could be written: some name a source or an entity that is not in the graph.");
    }
  }

  private static Map<EntityKind, List<StatedEntity>> byKind(Collection<StatedEntity> entities) {
    Map<EntityKind, List<StatedEntity>> groups = new EnumMap<>(EntityKind.class);
    entities.forEach(
        e -> groups.computeIfAbsent(e.entity().kind(), kind -> new ArrayList<>()).add(e));
    return groups;
  }

  private static Map<LinkType, List<Link>> byType(Collection<Link> links) {
    Map<LinkType, List<Link>> groups = new EnumMap<>(LinkType.class);
    links.forEach(link -> groups.computeIfAbsent(link.type(), type -> new ArrayList<>()).add(link));
    return groups;
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
