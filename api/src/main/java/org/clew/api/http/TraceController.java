package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.trace.TraceBody;
import org.clew.api.trace.TraceService;
import org.jspecify.annotations.Nullable;

/** Traces. */
@Controller("/api/v1/traces")
@ExecuteOn(Executors.QUESTIONS)
final class TraceController {
  private final TraceService traces;

  TraceController(TraceService traces) {
    this.traces = traces;
  }

  @Post
  Object trace(@Body @Nullable String body, HttpRequest<?> request) {
    QueryParameters.of(request);
    AuditNote.text(request, body);
    return traces.trace(JsonBodies.read(body, TraceBody.class).request());
  }
}
