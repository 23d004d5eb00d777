package org.clew.loader.ingest;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.StoreSettings;
import org.clew.cypher.ingest.BulkImport;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.model.ClewException;
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
  private final ClaimDecisions decisions;
  private final long mostFacts;
  private final GatheredLoads gathered = new GatheredLoads();
  private final ExecutorService archiving = Executors.newSingleThreadExecutor();

  /** The archive is written while the store is built; it has all before the store is in place. */
  private CompletableFuture<Void> archived = CompletableFuture.completedFuture(null);

  private @Nullable GraphStore store;
  private @Nullable OpenGraph graph;

  /**
   * A graph to be filled.
   *
   * @param mostFacts how many descriptions and links are held at most
   */
  EmptyGraph(
      StoreSettings settings,
      Supplier<GraphStore> opener,
      LoadListener listener,
      ClaimDecisions decisions,
      long mostFacts) {
    this.settings = settings;
    this.opener = opener;
    this.listener = listener;
    this.decisions = decisions;
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
  public void write(Statements statements, Runnable archive, GraphWriter.Progress progress) {
    if (graph != null) {
      graph.write(statements, archive, progress);
      return;
    }
    archived = archived.thenRunAsync(archive, archiving);
    gathered.add(statements);
    if (gathered.size() >= mostFacts) {
      fill();
    }
  }

  /** Brings what is still held into the graph. */
  void fill() {
    if (graph == null) {
      boolean imported =
          !gathered.loads().isEmpty()
              && StoppableWork.run(
                  listener,
                  () -> BulkImport.into(settings, gathered.together(), this::awaitArchive));
      awaitArchive();
      GraphStore opened = opener.get();
      OpenGraph target = new OpenGraph(opened, GraphWriter.of(opened), decisions);
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

  private void awaitArchive() {
    try {
      archived.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ClewException failure ? failure : e;
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
    archiving.shutdown();
    if (store != null) {
      store.close();
    }
  }
}
