package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.source.SourceLists;
import org.clew.api.source.StatusDocument;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphStatus;
import org.clew.cypher.source.SourceView;
import org.clew.loader.ingest.DataFolder;

/** What is loaded, and how much of it. */
@Controller("/api/v1")
@ExecuteOn(Executors.READS)
final class SourceController {
  private final GraphStore store;
  private final DataFolder data;
  private final SourceLists lists;

  SourceController(GraphStore store, DataFolder data) {
    this.store = store;
    this.data = data;
    this.lists = new SourceLists(store);
  }

  @Get("/sources")
  ListDocument<?> sources(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, FieldChoice.PARAMETER, "limit", "cursor");
    FieldChoice fields = FieldChoice.of(query, SourceView.class);
    return fields.inItems(lists.list(query.cursor(), query.limit()));
  }

  @Get("/status")
  Object status(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, FieldChoice.PARAMETER);
    FieldChoice fields = FieldChoice.of(query, StatusDocument.class);
    return fields.in(StatusDocument.of(GraphStatus.of(store), data).withoutFolders());
  }
}
