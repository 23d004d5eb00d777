package org.clew.api.http;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Whether the database answers; asked on a thread of its own, so that no queue delays it. */
@Singleton
final class GraphHealth implements HealthIndicator {
  private static final String NAME = "database";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final GraphStore store;
  private final Scheduler thread = Schedulers.newBoundedElastic(1, 32, "http-health", 60, true);

  GraphHealth(GraphStore store) {
    this.store = store;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromCallable(() -> store.read("RETURN 1 AS n", Map.of(), row -> true))
        .subscribeOn(thread)
        .timeout(PATIENCE)
        .map(rows -> result(HealthStatus.UP))
        .onErrorReturn(result(HealthStatus.DOWN));
  }

  private static HealthResult result(HealthStatus status) {
    return HealthResult.builder(NAME, status).build();
  }
}
