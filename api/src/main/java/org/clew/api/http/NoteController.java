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
import java.time.Clock;
import org.clew.api.ListDocument;
import org.clew.api.claim.NoteRequest;
import org.clew.api.claim.Notebook;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;

/** What analysts write. */
@Controller("/api/v1/notes")
@ExecuteOn(Executors.READS)
final class NoteController {
  private final Notebook notes;

  NoteController(GraphStore store, DataFolder data) {
    this.notes = new Notebook(store, data, Clock.systemUTC());
  }

  @Get
  ListDocument<NoteView> list(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, "about", "limit", "cursor");
    return notes.list(query.text("about"), query.cursor(), query.limit());
  }

  @Post
  HttpResponse<NoteView> add(@Body @Nullable String body, HttpRequest<?> request) {
    QueryParameters.of(request);
    NoteView note = notes.add(JsonBodies.read(body, NoteRequest.class));
    return HttpResponse.<NoteView>created(URI.create("/api/v1/notes/" + note.id())).body(note);
  }

  @Get("/{id:[^/]+}")
  NoteView one(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters.of(request);
    return notes.find(id);
  }

  @Delete("/{id:[^/]+}")
  NoteView remove(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters.of(request);
    return notes.remove(id);
  }
}
