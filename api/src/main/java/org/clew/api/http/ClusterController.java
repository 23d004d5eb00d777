package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.coordination.ClusterDocument;
import org.clew.api.coordination.ClusterLists;
import org.clew.cypher.coordination.ClusterGraph.Order;
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
  ListDocument<?> list(HttpRequest<?> request) {
    QueryParameters query =
        QueryParameters.of(request, "run", "sort", FieldChoice.PARAMETER, "limit", "cursor");
    FieldChoice fields = FieldChoice.of(query, ClusterView.class);
    Order order = query.oneOf("sort", Order.class);
    return fields.inItems(
        lists.list(
            query.text("run"), order == null ? Order.SIZE : order, query.cursor(), query.limit()));
  }

  @Get("/{id:[^/]+}")
  Object one(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, "run", FieldChoice.PARAMETER);
    FieldChoice fields = FieldChoice.of(query, ClusterDocument.class);
    return fields.in(lists.find(id, query.text("run")));
  }
}
