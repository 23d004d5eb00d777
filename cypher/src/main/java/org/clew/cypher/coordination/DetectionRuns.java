package org.clew.cypher.coordination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.neo4j.driver.Record;

/**
 * Detection runs in the graph. A run is a source, and each of its signals is a source that derives
 * from it, so that there stays one relationship for two entities, a type and a source. Taking a run
 * back takes back its signals first.
 */
public final class DetectionRuns {
  /** Format of the source that stands for a run. */
  public static final String RUN_FORMAT = "detection";

  /** Format of the source that stands for one signal of a run. */
  public static final String SIGNAL_FORMAT = "detection-signal";

  private static final int BATCH = 5_000;
  private static final Set<String> SOURCE_FIELDS =
      Set.of("id", "name", "title", "grade", "quality", "publisher", "format", "derivesFrom");

  private final GraphStore store;

  /** The runs of a graph. */
  public DetectionRuns(GraphStore store) {
    this.store = store;
  }

  /**
   * Writes a run. Writing it again changes nothing.
   *
   * @return whether anything was written; false where the run was complete already
   */
  public boolean write(RunFacts run, GraphWriter.Progress progress) {
    GraphWriter writer = GraphWriter.of(store);
    if (writer.isComplete(run.run().value())) {
      return false;
    }
    writer.write(run.facts(), run.run().value(), progress, () -> finish(run));
    return true;
  }

  private void finish(RunFacts run) {
    Map<LinkType, List<Map<String, Object>>> byType = new EnumMap<>(LinkType.class);
    for (MeasuredLink link : run.links()) {
      byType
          .computeIfAbsent(link.link().type(), type -> new ArrayList<>())
          .add(MeasuredRows.of(link));
    }
    byType.forEach(this::writeLinks);
    Map<String, Object> parameters =
        Map.of("run", run.run().value(), "parameters", run.parameters());
    store.write(tx -> tx.run(RunQueries.DESCRIBE_RUN, parameters).consume());
  }

  private void writeLinks(LinkType type, List<Map<String, Object>> rows) {
    for (int start = 0; start < rows.size(); start += BATCH) {
      List<Map<String, Object>> batch = rows.subList(start, Math.min(rows.size(), start + BATCH));
      long written =
          store.write(
              tx ->
                  tx.run(RunQueries.mergeLinks(type), Map.of("rows", batch))
                      .single()
                      .get("written")
                      .asLong());
      if (written != batch.size()) {
        throw new ClewException(
            Reason.UNREADABLE,
            "Only " + written + " of " + batch.size() + " links of the run could be written.");
      }
    }
  }

  /** Runs after an id, in the order of the ids. */
  public List<RunView> list(String afterId, int limit) {
    return store.read(
        RunQueries.LIST, Map.of("after", afterId, "limit", limit), DetectionRuns::view);
  }

  /** The run of that id, if there is one. */
  public Optional<RunView> find(EntityId id) {
    return store.read(RunQueries.FIND, Map.of("run", id.value()), DetectionRuns::view).stream()
        .findFirst();
  }

  /** The cluster of each account in a run, by account. */
  public SortedMap<EntityId, EntityId> membership(EntityId run) {
    SortedMap<EntityId, EntityId> clusters = new TreeMap<>();
    store
        .read(RunQueries.MEMBERSHIP, Map.of("run", run.value()), row -> row)
        .forEach(row -> clusters.put(id(row, "account"), id(row, "cluster")));
    return clusters;
  }

  /** Those of the accounts that no source but a run describes. */
  public Set<EntityId> undescribed(Collection<EntityId> accounts) {
    List<String> ids = accounts.stream().map(EntityId::value).sorted().toList();
    Set<EntityId> undescribed = new TreeSet<>();
    for (int start = 0; start < ids.size(); start += BATCH) {
      List<String> batch = ids.subList(start, Math.min(ids.size(), start + BATCH));
      undescribed.addAll(
          store.read(RunQueries.UNDESCRIBED, Map.of("ids", batch), row -> id(row, "id")));
    }
    return undescribed;
  }

  /**
   * Takes back all that a run said, and nothing else.
   *
   * @return how much went: {@code links}, {@code statements}, {@code entities}
   * @throws ClewException NOT_FOUND when there is no such run
   */
  public SortedMap<String, Long> remove(EntityId run) {
    if (find(run).isEmpty()) {
      throw new ClewException(Reason.NOT_FOUND, "There is no detection run '" + run + "'.");
    }
    SortedMap<String, Long> removed = new TreeMap<>();
    List<EntityId> sources =
        new ArrayList<>(
            store.read(RunQueries.SIGNALS, Map.of("run", run.value()), row -> id(row, "id")));
    sources.add(run);
    for (EntityId source : sources) {
      GraphWriter.of(store)
          .unload(source)
          .forEach((what, count) -> removed.merge(what, count, Long::sum));
    }
    return removed;
  }

  private static EntityId id(Record row, String column) {
    return new EntityId(row.get(column).asString());
  }

  private static RunView view(Record row) {
    SortedMap<String, Object> parameters = new TreeMap<>(row.get("run").asMap());
    parameters.keySet().removeAll(SOURCE_FIELDS);
    return new RunView(
        new EntityId(row.get("run").get("id").asString()),
        row.get("run").get("title").asString(""),
        parameters,
        row.get("run")
            .get("derivesFrom")
            .asList(value -> new EntityId(value.asString()), List.of()));
  }
}
