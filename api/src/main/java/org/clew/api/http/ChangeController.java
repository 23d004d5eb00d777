package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.attribution.AttributionService;
import org.clew.api.source.ChangesDocument;
import org.clew.api.source.ChangesRequest;
import org.clew.api.source.GraphChanges;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;

/** What loads, detections and other changes brought. */
@Controller("/api/v1/changes")
@ExecuteOn(Executors.QUESTIONS)
final class ChangeController {
  private final GraphChanges changes;

  ChangeController(GraphStore store, DataFolder data, AttributionService attributions) {
    this.changes = new GraphChanges(store, data, attributions);
  }

  @Get
  ChangesDocument tell(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, "since", "source", "cluster", "limit");
    return changes.tell(
        new ChangesRequest(
            query.text("since"), query.text("source"), query.texts("cluster"), query.limit()));
  }
}
