package org.clew.loader.ingest;

import java.util.HashSet;
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
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * An embedded graph that this process opens: loads are gathered and brought in together, by the
 * importer where that is sooner and nobody else works with the graph, then completed one after
 * another. An empty graph is not even opened before.
 */
final class GatheringGraph implements TargetGraph, AutoCloseable {
  private final StoreSettings settings;
  private final Supplier<GraphStore> opener;
  private final LoadListener listener;
  private final ClaimDecisions decisions;
  private final Limits limits;
  private final GatheredLoads gathered = new GatheredLoads();
  private final ExecutorService archiving = Executors.newSingleThreadExecutor();

  /** The archive is written while the store is built; it has all before the store is in place. */
  private CompletableFuture<Void> archived = CompletableFuture.completedFuture(null);

  private @Nullable GraphStore store;
  private @Nullable OpenGraph graph;

  /**
   * How much is gathered.
   *
   * @param most how many descriptions and links are held at most
   * @param least how many of them a graph that holds others is built anew for, at least
   */
  record Limits(long most, long least) {
    /**
     * Whether so many new ones are brought in sooner by building the graph anew. That has a price
     * of its own, the time in which {@code least} are written, and copies what is stored, seven in
     * the time in which one is written: read off loads of a million posts each into one store of
     * ten million.
     */
    boolean areMany(long added, long stored) {
      return added >= least + stored / 7;
    }
  }

  /** A graph to be filled. */
  GatheringGraph(
      StoreSettings settings,
      Supplier<GraphStore> opener,
      LoadListener listener,
      ClaimDecisions decisions,
      Limits limits) {
    this.settings = settings;
    this.opener = opener;
    this.listener = listener;
    this.decisions = decisions;
    this.limits = limits;
    if (!BulkImport.isEmpty(settings)) {
      open();
    }
  }

  @Override
  public Set<EntityId> sources() {
    Set<EntityId> sources = new HashSet<>(gathered.sources());
    if (graph != null) {
      sources.addAll(graph.sources());
    }
    return sources;
  }

  @Override
  public boolean isComplete(String key) {
    return graph != null && graph.isComplete(key);
  }

  @Override
  public void write(Statements statements, Runnable archive, GraphWriter.Progress progress) {
    archived = archived.thenRunAsync(archive, archiving);
    gathered.add(statements);
    if (gathered.size() >= limits.most()) {
      fillOnTheWay();
    }
  }

  /** What cannot be brought in is not the fault of the file that was read last. */
  private void fillOnTheWay() {
    try {
      fill();
    } catch (ClewException e) {
      throw e.reason() == Reason.UNREADABLE
          ? new ClewException(Reason.UNAVAILABLE, String.valueOf(e.getMessage()), e)
          : e;
    }
  }

  /** Brings what is still held into the graph, which is open then. */
  void fill() {
    boolean imported = !gathered.loads().isEmpty() && runImport();
    awaitArchive();
    OpenGraph target = open();
    for (Statements load : gathered.loads()) {
      if (imported) {
        target.complete(load);
      } else {
        String file = load.header().file();
        target.write(
            load,
            (written, total) -> {
              listener.writing(file, written, total);
              StoppableWork.stopIfAsked(listener);
            });
      }
    }
    gathered.clear();
  }

  /** Whether the importer brought in what was gathered. */
  private boolean runImport() {
    if (graph == null) {
      listener.building(gathered.size());
      return StoppableWork.run(
          listener, () -> BulkImport.into(settings, gathered.together(), this::awaitArchive));
    }
    if (!limits.areMany(gathered.size(), graph.size()) || BulkImport.isShared(settings)) {
      return false;
    }
    shut();
    listener.building(gathered.size());
    return StoppableWork.run(
        listener,
        () -> BulkImport.merge(settings, gathered.together(), gathered.size(), this::awaitArchive));
  }

  private OpenGraph open() {
    OpenGraph open = graph;
    if (open == null) {
      GraphStore opened = opener.get();
      open = new OpenGraph(opened, GraphWriter.of(opened), decisions);
      store = opened;
      graph = open;
    }
    return open;
  }

  private void shut() {
    GraphStore open = store;
    store = null;
    graph = null;
    if (open != null) {
      open.close();
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
    shut();
  }
}
