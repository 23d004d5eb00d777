package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.coordination.ClusterDocument;
import org.clew.api.coordination.ClusterLists;
import org.clew.cypher.coordination.ClusterView;
import org.clew.cypher.database.GraphStore;

/** Clusters: detected, labelled or drawn up. */
@Controller("/api/v1/clusters")
@ExecuteOn(Executors.READS)
final class ClusterController {
  private final ClusterLists lists;

  ClusterController(GraphStore store) {
    this.lists = new ClusterLists(store);
  }

  @Get
  ListDocument<ClusterView> list(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, "run", "limit", "cursor");
    return lists.list(query.text("run"), query.cursor(), query.limit());
  }

  @Get("/{id:[^/]+}")
  ClusterDocument one(@PathVariable String id, HttpRequest<?> request) {
    return lists.find(id, QueryParameters.of(request, "run").text("run"));
  }
}
