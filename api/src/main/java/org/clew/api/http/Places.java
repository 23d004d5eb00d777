package org.clew.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives each request for data a place among those that run or wait, and turns away what finds none,
 * so that a flood costs no memory.
 */
@Order(0)
@ServerFilter("/api/**")
final class Places {
  private static final Set<String> QUESTIONS =
      Set.of(
          "/api/v1/audit",
          "/api/v1/changes",
          "/api/v1/cypher",
          "/api/v1/traces",
          "/api/v1/subgraph",
          "/api/v1/matrix",
          "/api/v1/entities/lookup",
          "/api/v1/links/search");

  private final Semaphore reads = new Semaphore(Executors.READ_PLACES);
  private final Semaphore questions = new Semaphore(Executors.QUESTION_PLACES);

  @RequestFilter
  Publisher<MutableHttpResponse<?>> take(
      HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
    Semaphore places = isQuestion(request.getPath()) ? questions : reads;
    if (!places.tryAcquire()) {
      return Mono.just(Problem.of(Executors.noPlace()).response());
    }
    return Flux.from(continuation.proceed()).doFinally(end -> places.release());
  }

  private static boolean isQuestion(String path) {
    return QUESTIONS.contains(path)
        || path.startsWith("/api/v1/attributions/")
        || path.startsWith("/api/v1/outlets/")
        || path.endsWith("/observations")
        || (path.startsWith("/api/v1/saved/") && path.endsWith("/run"));
  }
}
