package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.source.SourceLists;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphStatus;
import org.clew.cypher.source.SourceView;

/** What is loaded, and how much of it. */
@Controller("/api/v1")
@ExecuteOn(Executors.READS)
final class SourceController {
  private final GraphStore store;
  private final SourceLists lists;

  SourceController(GraphStore store) {
    this.store = store;
    this.lists = new SourceLists(store);
  }

  @Get("/sources")
  ListDocument<SourceView> sources(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, "limit", "cursor");
    return lists.list(query.cursor(), query.limit());
  }

  @Get("/status")
  GraphStatus status(HttpRequest<?> request) {
    QueryParameters.of(request);
    return GraphStatus.of(store);
  }
}
