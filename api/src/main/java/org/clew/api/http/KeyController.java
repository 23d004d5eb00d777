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
import java.time.Instant;
import org.clew.api.ListDocument;
import org.clew.api.access.KeyDocument;
import org.clew.api.access.KeyLists;
import org.clew.api.access.KeyRequest;
import org.clew.loader.access.KeyFile;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;

/** The API keys. */
@Controller("/api/v1/keys")
@ExecuteOn(Executors.READS)
final class KeyController {
  private final KeyFile keys;

  KeyController(DataFolder data) {
    this.keys = data.keys();
  }

  @Get
  ListDocument<KeyDocument> list(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, "limit", "cursor");
    return new KeyLists(keys).list(query.cursor(), query.limit());
  }

  @Post
  HttpResponse<KeyDocument> create(@Body @Nullable String body, HttpRequest<?> request) {
    QueryParameters.of(request);
    return HttpResponse.created(JsonBodies.read(body, KeyRequest.class).create(keys));
  }

  @Delete("/{id:[^/]+}")
  KeyDocument revoke(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters.of(request);
    return KeyDocument.of(keys.revoke(id), Instant.now());
  }
}
