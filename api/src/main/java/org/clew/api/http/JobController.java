package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import java.util.List;
import org.clew.api.ListDocument;
import org.clew.api.access.Caller;
import org.clew.api.job.JobDocument;
import org.clew.api.job.Jobs;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink.OverflowStrategy;

/** What runs in the background. */
@Controller("/api/v1/jobs")
final class JobController {
  private final Jobs jobs;

  JobController(Jobs jobs) {
    this.jobs = jobs;
  }

  @Get
  ListDocument<JobDocument> list(HttpRequest<?> request) {
    QueryParameters.of(request);
    List<JobDocument> all = jobs.list(Callers.of(request));
    return new ListDocument<>(all, null, null);
  }

  @Get("/{id:[^/]+}")
  JobDocument one(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters.of(request);
    return jobs.find(id, Callers.of(request));
  }

  @Delete("/{id:[^/]+}")
  JobDocument cancel(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters.of(request);
    return jobs.cancel(id, Callers.of(request));
  }

  /** A client that reads slowly misses steps between, never the end. */
  @Get("/{id:[^/]+}/events")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Flux<Event<JobDocument>> events(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters.of(request);
    Caller caller = Callers.of(request);
    jobs.find(id, caller);
    return Flux.<Event<JobDocument>>create(
        sink ->
            sink.onDispose(
                jobs.listen(
                        id,
                        caller,
                        job -> {
                          sink.next(Event.of(job).name(job.state().word()));
                          if (job.state().isFinal()) {
                            sink.complete();
                          }
                        })
                    ::run),
        OverflowStrategy.LATEST);
  }
}
