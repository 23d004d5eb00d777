package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import org.clew.api.ListDocument;
import org.clew.api.coordination.DetectionDocument;
import org.clew.api.coordination.DetectionOptions;
import org.clew.api.coordination.Detections;
import org.clew.api.coordination.RunLists;
import org.clew.api.job.JobDocument;
import org.clew.api.job.Jobs;
import org.clew.cypher.coordination.RunView;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.coordination.DetectionRequest;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.KeptRuns;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** Detects coordination, and tells what earlier detections did. */
@Controller("/api/v1/detections")
@ExecuteOn(Executors.READS)
final class DetectionController {
  private final GraphStore store;
  private final DataFolder data;
  private final Jobs jobs;
  private final RunLists runs;

  DetectionController(GraphStore store, DataFolder data, Jobs jobs) {
    this.store = store;
    this.data = data;
    this.jobs = jobs;
    this.runs = new RunLists(store);
  }

  @Post
  HttpResponse<JobDocument> detect(@Body @Nullable String body, HttpRequest<?> request) {
    QueryParameters.of(request);
    DetectionRequest wanted = JsonBodies.read(body, DetectionOptions.class).request();
    JobDocument job =
        jobs.submit(
            Callers.of(request),
            "detection",
            progress ->
                data.changing(
                    () -> {
                      int threads = Runtime.getRuntime().availableProcessors();
                      DetectionDocument document =
                          new Detections(data, threads, progress::report).run(wanted, null, store);
                      data.journal().record(store, "detect", "");
                      return document;
                    }));
    return HttpResponse.<JobDocument>accepted(URI.create("/api/v1/jobs/" + job.id())).body(job);
  }

  @Get
  ListDocument<?> list(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, FieldChoice.PARAMETER, "limit", "cursor");
    FieldChoice fields = FieldChoice.of(query, RunView.class);
    return fields.inItems(runs.list(query.cursor(), query.limit()));
  }

  @Get("/{id:[^/]+}")
  Object one(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, FieldChoice.PARAMETER);
    return FieldChoice.of(query, RunView.class).in(runs.find(id));
  }

  @Delete("/{id:[^/]+}")
  Map<String, Object> remove(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters.of(request);
    EntityId run = runs.find(id).id();
    return data.changing(
        () -> {
          Map<String, Object> document =
              Map.of("run", run, "removed", new KeptRuns(store, data).remove(run));
          data.journal().record(store, "run --remove", run.value());
          return document;
        });
  }
}
