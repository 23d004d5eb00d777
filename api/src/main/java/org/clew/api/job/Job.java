package org.clew.api.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.clew.api.job.JobDocument.Progress;
import org.clew.model.ClewException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job: it tells those who listen of each change, in order. */
final class Job implements Runnable, JobProgress {
  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final String owner;
  private final JobTask task;
  private final List<Consumer<JobDocument>> listeners = new ArrayList<>();
  private JobDocument now;
  private boolean stopping;

  Job(String id, String owner, String kind, JobTask task) {
    this.owner = owner;
    this.task = task;
    this.now =
        new JobDocument(id, kind, JobState.WAITING, null, Instant.now(), null, null, null, null);
  }

  /** Id of the caller that asked for it. */
  String owner() {
    return owner;
  }

  synchronized JobDocument document() {
    return now;
  }

  @Override
  public void run() {
    if (!start()) {
      task.discard();
      return;
    }
    try {
      end(JobState.DONE, task.run(this), null);
    } catch (CancellationException e) {
      end(JobState.CANCELLED, null, null);
    } catch (ClewException e) {
      end(JobState.FAILED, null, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Job {} failed.", now.id(), e);
      end(JobState.FAILED, null, "Something went wrong inside Clew; its log has the details.");
    }
  }

  @Override
  public synchronized void report(String what, long done, long total) {
    if (stopping) {
      throw new CancellationException();
    }
    tell(with(now.state(), new Progress(what, done, total), now.started(), null, null, null));
  }

  @Override
  public synchronized boolean isCancelled() {
    return stopping;
  }

  /** Asks it to stop; it does at its next step, or at once while it waits. */
  synchronized void cancel() {
    stopping = true;
    if (now.state() == JobState.WAITING) {
      end(JobState.CANCELLED, null, null);
    }
  }

  /** Hears the present state at once, then each change, the last of which is final. */
  synchronized Runnable listen(Consumer<JobDocument> listener) {
    listener.accept(now);
    listeners.add(listener);
    return () -> forget(listener);
  }

  private synchronized void forget(Consumer<JobDocument> listener) {
    listeners.remove(listener);
  }

  private synchronized boolean start() {
    if (now.state() != JobState.WAITING) {
      return false;
    }
    tell(with(JobState.RUNNING, null, Instant.now(), null, null, null));
    return true;
  }

  private synchronized void end(JobState state, @Nullable Object result, @Nullable String failure) {
    tell(with(state, now.progress(), now.started(), Instant.now(), result, failure));
  }

  private JobDocument with(
      JobState state,
      @Nullable Progress progress,
      @Nullable Instant started,
      @Nullable Instant ended,
      @Nullable Object result,
      @Nullable String failure) {
    return new JobDocument(
        now.id(), now.kind(), state, progress, now.created(), started, ended, result, failure);
  }

  private void tell(JobDocument next) {
    now = next;
    List.copyOf(listeners).forEach(listener -> listener.accept(next));
  }
}
