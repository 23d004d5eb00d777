package org.clew.cypher.trace;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.KnownVersion;
import org.clew.cypher.source.Readership;
import org.clew.model.ClewException;
import org.clew.model.trace.ArrayEvidenceGraph;
import org.clew.model.trace.EvidenceGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The evidence for traces of a server that runs for long: a snapshot in memory of the present
 * version of the graph, and while it is being read, or where it would not fit, the database. While
 * the database is asked, reading stands still.
 */
public final class EvidenceSnapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceSnapshots.class);

  /** What a link takes, with its share of the nodes, while it is read. */
  private static final long BYTES_OF_LINK = 400;

  private static final int SHARE_OF_HEAP = 3;

  /** Reading a snapshot takes at most so much longer because others wait for answers. */
  private static final int MOST_SECONDS_OF_COURTESY = 30;

  private final GraphStore store;
  private final KnownVersion version;
  private final Executor background;
  private final Runnable stop;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile Courtesy courtesy = new Courtesy(MOST_SECONDS_OF_COURTESY);
  private volatile @Nullable ArrayEvidenceGraph snapshot;

  /** The evidence of a graph; reading a snapshot begins at once. */
  public EvidenceSnapshots(GraphStore store) {
    this(store, Executors.newSingleThreadExecutor(EvidenceSnapshots::thread));
  }

  private EvidenceSnapshots(GraphStore store, ExecutorService background) {
    this(store, background, background::shutdownNow);
  }

  /** Reads where that executor does. */
  EvidenceSnapshots(GraphStore store, Executor background, Runnable stop) {
    this.store = store;
    this.version = new KnownVersion(store);
    this.background = background;
    this.stop = stop;
    refresh();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "evidence-snapshot");
    thread.setDaemon(true);
    return thread;
  }

  /** The evidence as it stands now; for one trace only. */
  public EvidenceGraph graph() {
    ArrayEvidenceGraph known = snapshot;
    if (known != null && known.version() == version.now()) {
      return known;
    }
    refresh();
    return new CypherEvidenceGraph(store, Readership.EVERYTHING, () -> courtesy.ask());
  }

  /** Reads a new snapshot beside what goes on, unless one is being read. */
  private void refresh() {
    if (reading.compareAndSet(false, true)) {
      background.execute(this::read);
    }
  }

  private void read() {
    try {
      courtesy = new Courtesy(MOST_SECONDS_OF_COURTESY);
      SnapshotReader reader = new SnapshotReader(store, courtesy);
      long links = reader.size();
      if (links * BYTES_OF_LINK <= Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP) {
        long start = System.nanoTime();
        snapshot = reader.read();
        LOG.debug("Read {} links in {} ms.", links, (System.nanoTime() - start) / 1_000_000);
      } else {
        snapshot = null;
        LOG.info("{} links do not fit in memory; traces read the database.", links);
      }
    } catch (ClewException e) {
      LOG.debug("No snapshot this time: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("The evidence could not be read; traces read the database.", e);
    } finally {
      reading.set(false);
    }
  }

  @Override
  public void close() {
    stop.run();
  }
}
