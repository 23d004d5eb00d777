package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.links.LinkSearchLists;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkSearch;
import org.clew.cypher.links.LinkView;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Who links to whom, in bulk. */
@Controller("/api/v1/links/search")
@ExecuteOn(Executors.QUESTIONS)
final class LinkSearchController {
  private final LinkSearchLists searches;
  private final Streams streams;

  LinkSearchController(GraphStore store, Streams streams) {
    this.searches = new LinkSearchLists(store);
    this.streams = streams;
  }

  @Post
  @Produces({MediaType.APPLICATION_JSON, NdJson.MEDIA_TYPE})
  HttpResponse<Flux<byte[]>> search(@Body @Nullable String body, HttpRequest<?> request) {
    QueryParameters.of(request);
    AuditNote.text(request, body);
    LinkSearchRequest asked = JsonBodies.read(body, LinkSearchRequest.class);
    LinkSearch search = asked.search();
    FieldChoice fields = FieldChoice.of(asked.fields(), LinkView.class);
    LinkSearchLists.requireCursor(asked.cursor());
    return Acceptable.isPreferred(NdJson.TYPE, request.accept())
        ? stream(asked, search, fields)
        : page(asked, search, fields);
  }

  private HttpResponse<Flux<byte[]>> page(
      LinkSearchRequest asked, LinkSearch search, FieldChoice fields) {
    int limit = asked.limitOr(ListDocument.DEFAULT_LIMIT, ListDocument.MAX_LIMIT);
    byte[] page = NdJson.bytes(fields.inItems(searches.list(search, asked.cursor(), limit)));
    return answer(MediaType.APPLICATION_JSON, Flux.just(page));
  }

  private HttpResponse<Flux<byte[]>> stream(
      LinkSearchRequest asked, LinkSearch search, FieldChoice fields) {
    int limit = asked.limitOr(Integer.MAX_VALUE, Integer.MAX_VALUE);
    Flux<byte[]> lines =
        streams.of(
            "POST /api/v1/links/search",
            out -> {
              LinkSearchLists.End end =
                  searches.pass(
                      search, asked.cursor(), limit, link -> NdJson.line(out, fields.in(link)));
              NdJson.end(out, end.count(), end.next());
            });
    return answer(NdJson.MEDIA_TYPE, lines);
  }

  private static HttpResponse<Flux<byte[]>> answer(String mediaType, Flux<byte[]> body) {
    return HttpResponse.ok(body).contentType(mediaType).header("Vary", "Accept");
  }
}
