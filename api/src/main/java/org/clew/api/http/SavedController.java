package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.query.SavedQuestion;
import org.clew.api.query.SavedQuestions;
import org.clew.api.trace.TraceService;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.query.ReadOnlyGate;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;

/** Queries and traces under names. */
@Controller("/api/v1/saved")
@ExecuteOn(Executors.READS)
final class SavedController {
  private final SavedQuestions questions;
  private final ReadOnlyGate gate;
  private final TraceService traces;

  SavedController(GraphStore store, DataFolder data, TraceService traces) {
    this.questions = new SavedQuestions(data);
    this.gate = new ReadOnlyGate(store);
    this.traces = traces;
  }

  @Get
  ListDocument<SavedQuestion> list(HttpRequest<?> request) {
    QueryParameters.of(request);
    return new ListDocument<>(questions.list(), null, null);
  }

  @Get("/{name:[^/]+}")
  SavedQuestion one(@PathVariable String name, HttpRequest<?> request) {
    QueryParameters.of(request);
    return questions.find(name);
  }

  @Put("/{name:[^/]+}")
  SavedQuestion save(
      @PathVariable String name, @Body @Nullable String body, HttpRequest<?> request) {
    QueryParameters.of(request);
    return questions.save(JsonBodies.read(body, SavedBody.class).named(name));
  }

  @Delete("/{name:[^/]+}")
  SavedQuestion remove(@PathVariable String name, HttpRequest<?> request) {
    QueryParameters.of(request);
    return questions.remove(name);
  }

  /** The document that the query or the trace itself would be answered with. */
  @Post("/{name:[^/]+}/run")
  @ExecuteOn(Executors.QUESTIONS)
  Object run(@PathVariable String name, HttpRequest<?> request) {
    QueryParameters.of(request);
    return questions.find(name).run(gate, traces);
  }
}
