package org.clew.api.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.clew.api.job.JobState;
import org.clew.api.job.Jobs;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphStatus;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the graph holds and what the jobs do, for Prometheus. The graph is asked twice a minute on a
 * thread of its own, so that a scrape never waits for it.
 */
@Context
final class Measurements {
  private static final Logger LOG = LoggerFactory.getLogger(Measurements.class);
  private static final long EVERY_SECONDS = 30;
  private static final long STOP_SECONDS = 2;

  private final GraphStore store;
  private final ScheduledExecutorService reader =
      java.util.concurrent.Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "measurements");
            thread.setDaemon(true);
            return thread;
          });
  private volatile GraphStatus latest = new GraphStatus(new TreeMap<>(), new TreeMap<>(), 0, 0);

  Measurements(MeterRegistry registry, GraphStore store, Jobs jobs) {
    this.store = store;
    for (EntityKind kind : EntityKind.values()) {
      if (kind != EntityKind.SOURCE) {
        gauge(
            registry,
            "clew.entities",
            "kind",
            kind.label(),
            of(GraphStatus::entities, kind.label()));
      }
    }
    for (LinkType type : LinkType.values()) {
      gauge(registry, "clew.links", "type", type.name(), of(GraphStatus::links, type.name()));
    }
    Gauge.builder("clew.sources", this, m -> m.latest.sources()).register(registry);
    Gauge.builder("clew.graph.version", this, m -> m.latest.graphVersion()).register(registry);
    for (JobState state : JobState.values()) {
      Gauge.builder("clew.jobs", jobs, all -> all.count(state))
          .tag("state", state.word())
          .register(registry);
    }
    var unused = reader.scheduleWithFixedDelay(this::read, 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String tag,
      String value,
      ToDoubleFunction<Measurements> number) {
    Gauge.builder(name, this, number).tag(tag, value).register(registry);
  }

  private static ToDoubleFunction<Measurements> of(
      Function<GraphStatus, Map<String, Long>> counts, String name) {
    return measurements -> counts.apply(measurements.latest).getOrDefault(name, 0L);
  }

  private void read() {
    try {
      latest = GraphStatus.of(store);
    } catch (ClewException e) {
      LOG.warn("The graph could not be counted: {}", e.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    reader.shutdown();
    try {
      reader.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
