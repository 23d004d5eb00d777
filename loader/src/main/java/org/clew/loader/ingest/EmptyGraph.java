package org.clew.loader.ingest;

import java.util.Set;
import java.util.function.Supplier;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.StoreSettings;
import org.clew.cypher.ingest.BulkImport;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * An embedded graph that holds nothing and is not open: loads are gathered and imported together,
 * then completed one after another. What more of them states than is well held in memory goes to
 * the graph that was imported by then.
 */
final class EmptyGraph implements TargetGraph, AutoCloseable {
  private final StoreSettings settings;
  private final Supplier<GraphStore> opener;
  private final LoadListener listener;
  private final long mostFacts;
  private final GatheredLoads gathered = new GatheredLoads();
  private @Nullable GraphStore store;
  private @Nullable OpenGraph graph;

  /**
   * A graph to be filled.
   *
   * @param mostFacts how many descriptions and links are held at most
   */
  EmptyGraph(
      StoreSettings settings, Supplier<GraphStore> opener, LoadListener listener, long mostFacts) {
    this.settings = settings;
    this.opener = opener;
    this.listener = listener;
    this.mostFacts = mostFacts;
  }

  @Override
  public Set<EntityId> sources() {
    return graph == null ? gathered.sources() : graph.sources();
  }

  @Override
  public boolean isComplete(String key) {
    return graph != null && graph.isComplete(key);
  }

  @Override
  public void write(Statements statements, GraphWriter.Progress progress) {
    if (graph != null) {
      graph.write(statements, progress);
      return;
    }
    gathered.write(statements, progress);
    if (gathered.size() >= mostFacts) {
      fill();
    }
  }

  /** Brings what is still held into the graph. */
  void fill() {
    if (graph == null) {
      boolean imported =
          !gathered.loads().isEmpty() && BulkImport.into(settings, gathered.together());
      GraphStore opened = opener.get();
      OpenGraph target = new OpenGraph(opened, GraphWriter.of(opened));
      store = opened;
      for (Statements load : gathered.loads()) {
        if (imported) {
          target.complete(load);
        } else {
          String file = load.header().file();
          target.write(load, (written, total) -> listener.writing(file, written, total));
        }
      }
      gathered.loads().clear();
      graph = target;
    }
  }

  /** Records the load once it is in the graph. */
  void record(ChangeJournal journal, String detail) {
    if (store != null) {
      journal.record(store, "load", detail);
    }
  }

  @Override
  public void close() {
    if (store != null) {
      store.close();
    }
  }
}
