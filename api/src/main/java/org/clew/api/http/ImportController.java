package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clew.api.access.Caller;
import org.clew.api.ingest.ArtifactKind;
import org.clew.api.job.JobDocument;
import org.clew.api.job.Jobs;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.Formats;
import org.clew.loader.ingest.InputLimits;
import org.clew.loader.ingest.PostOptions;
import org.clew.loader.ingest.ReadOptions;
import org.clew.loader.ingest.Upload;
import org.clew.model.source.Grade;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes files and loads them. */
@Controller("/api/v1/imports")
final class ImportController {
  private final GraphStore store;
  private final DataFolder data;
  private final Jobs jobs;

  ImportController(GraphStore store, DataFolder data, Jobs jobs) {
    this.store = store;
    this.data = data;
    this.jobs = jobs;
  }

  /** The body is written to a file as it arrives; the load is a job. */
  @Post
  @Consumes(MediaType.ALL)
  Mono<HttpResponse<JobDocument>> take(@Body Publisher<byte[]> body, HttpRequest<?> request) {
    QueryParameters query =
        QueryParameters.of(
            request,
            "name",
            "format",
            "sourceTitle",
            "publisher",
            "date",
            "grade",
            "licence",
            "url",
            "map",
            "artifactKind",
            "encoding");
    ReadOptions options = options(query, request);
    String name = query.text("name");
    Caller caller = Callers.of(request);
    Upload upload = Upload.begin(data, name == null ? "" : name);
    AtomicBoolean handedOver = new AtomicBoolean();
    return Flux.from(body)
        .publishOn(Schedulers.boundedElastic())
        .doOnNext(upload::write)
        .then(
            Mono.fromSupplier(
                () -> {
                  JobDocument job =
                      jobs.submit(caller, "import", new ImportTask(upload, store, options));
                  handedOver.set(true);
                  return accepted(job);
                }))
        .doFinally(
            end -> {
              if (!handedOver.get()) {
                upload.close();
              }
            });
  }

  private static HttpResponse<JobDocument> accepted(JobDocument job) {
    return HttpResponse.<JobDocument>accepted(URI.create("/api/v1/jobs/" + job.id())).body(job);
  }

  /** An encoding that is asked for goes before the one that the media type names. */
  private ReadOptions options(QueryParameters query, HttpRequest<?> request) {
    String grade = query.text("grade");
    String map = query.text("map");
    String encoding = query.text("encoding");
    String format = query.text("format");
    ArtifactKind kind = query.oneOf("artifactKind", ArtifactKind.class);
    return new ReadOptions(
        format == null ? null : Formats.requireName(format),
        query.text("sourceTitle"),
        query.text("publisher"),
        query.date("date"),
        grade == null ? null : Grade.parse(grade),
        query.text("licence"),
        query.text("url"),
        Set.of(),
        InputLimits.DEFAULTS,
        new PostOptions(
            kind == null ? null : kind.kind(),
            map == null ? null : data.mappings().read(map).mapping()),
        encoding == null
            ? request.getContentType().flatMap(MediaType::getCharset).orElse(null)
            : ReadOptions.encoding(encoding));
  }
}
