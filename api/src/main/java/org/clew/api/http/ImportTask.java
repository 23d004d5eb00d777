package org.clew.api.http;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.clew.api.ingest.LoadDocument;
import org.clew.api.job.JobProgress;
import org.clew.api.job.JobTask;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.LoadListener;
import org.clew.loader.ingest.ReadOptions;
import org.clew.loader.ingest.Upload;
import org.clew.model.ClewException;

/** Loads an upload and forgets it. */
record ImportTask(Upload upload, GraphStore store, ReadOptions options) implements JobTask {
  @Override
  public Object run(JobProgress progress) {
    try (upload) {
      return new LoadDocument(List.of(upload.load(store, options, new Listener(progress))), false);
    } catch (ClewException e) {
      throw progress.isCancelled() ? cancelled(e) : e;
    }
  }

  @Override
  public void discard() {
    upload.close();
  }

  private static CancellationException cancelled(ClewException cause) {
    CancellationException cancelled = new CancellationException();
    cancelled.initCause(cause);
    return cancelled;
  }

  /** A load stops by itself where nothing is lost, so nothing is thrown into it. */
  private record Listener(JobProgress progress) implements LoadListener {
    @Override
    public void reading(String file) {
      report("reading", 0, 0);
    }

    @Override
    public void waiting(String file) {
      report("waiting for another load", 0, 0);
    }

    @Override
    public void rowsRead(String file, long rows, double share) {
      report("rows read", rows, 0);
    }

    @Override
    public void writing(String file, long written, long total) {
      report("writing", written, total);
    }

    @Override
    public boolean isStopRequested() {
      return progress.isCancelled();
    }

    private void report(String what, long done, long total) {
      if (!progress.isCancelled()) {
        progress.report(what, done, total);
      }
    }
  }
}
