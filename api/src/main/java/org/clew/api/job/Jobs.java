package org.clew.api.job;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.clew.api.access.Caller;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The jobs of a server. One runs at a time, since all of them write and each uses every core; the
 * others wait in the order they came.
 */
@Singleton
public final class Jobs {
  /** How many may wait. */
  static final int MOST_WAITING = 100;

  /** How many that ended are remembered. */
  static final int MOST_ENDED = 1_000;

  private static final long STOP_SECONDS = 15;
  private static final int ID_BYTES = 16;

  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "job");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Puts a job at the end of the queue.
   *
   * @param owner who asks for it, and may see and stop it
   * @param kind what it does, in one word
   * @throws ClewException when too many wait
   */
  public synchronized JobDocument submit(Caller owner, String kind, JobTask task) {
    long waiting = jobs.values().stream().filter(job -> !job.document().state().isFinal()).count();
    if (waiting >= MOST_WAITING) {
      throw new ClewException(Reason.LIMIT, "Too many jobs are waiting; try again later.");
    }
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Job job = new Job(HexFormat.of().formatHex(id), owner.id(), kind, task);
    jobs.put(job.document().id(), job);
    forgetTheOldest();
    executor.execute(job);
    return job.document();
  }

  /** All that are remembered and that a caller may see, the latest first. */
  public synchronized List<JobDocument> list(Caller caller) {
    List<JobDocument> all =
        new ArrayList<>(
            jobs.values().stream()
                .filter(job -> caller.maySee(job.owner()))
                .map(Job::document)
                .toList());
    Collections.reverse(all);
    return all;
  }

  /** How many of those that are remembered are in a state, whoever started them. */
  public synchronized long count(JobState state) {
    return jobs.values().stream().filter(job -> job.document().state() == state).count();
  }

  /**
   * One job as it is now.
   *
   * @throws ClewException NOT_FOUND when there is none, or none that the caller may see
   */
  public JobDocument find(String id, Caller caller) {
    return job(id, caller).document();
  }

  /** Asks a job to stop at its next step; one that has ended stays as it is. */
  public JobDocument cancel(String id, Caller caller) {
    Job job = job(id, caller);
    job.cancel();
    return job.document();
  }

  /**
   * Hears the present state of a job at once and then each change; the last one is final.
   *
   * @return stops listening
   */
  public Runnable listen(String id, Caller caller, Consumer<JobDocument> listener) {
    return job(id, caller).listen(listener);
  }

  @PreDestroy
  void stop() {
    synchronized (this) {
      jobs.values().forEach(Job::cancel);
    }
    executor.shutdown();
    try {
      executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Job job(String id, Caller caller) {
    Job job = jobs.get(id);
    if (job == null || !caller.maySee(job.owner())) {
      throw new ClewException(
          Reason.NOT_FOUND,
          "There is no job '" + id + "'; jobs are forgotten when the server stops.");
    }
    return job;
  }

  private void forgetTheOldest() {
    Iterator<Job> oldest = jobs.values().iterator();
    while (jobs.size() > MOST_ENDED && oldest.hasNext()) {
      if (oldest.next().document().state().isFinal()) {
        oldest.remove();
      }
    }
  }
}
