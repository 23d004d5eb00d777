package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.export.CsvDocument;
import org.clew.api.links.MatrixCell;
import org.clew.api.links.OutletLists;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.OutletLinkers.Linker;

/** Who spreads what outlets publish. */
@Controller("/api/v1")
@ExecuteOn(Executors.QUESTIONS)
final class OutletController {
  private static final MediaType CSV = MediaType.TEXT_CSV_TYPE;

  private final OutletLists lists;

  OutletController(GraphStore store) {
    this.lists = new OutletLists(store);
  }

  @Get("/outlets/{id:[^/]+}/linkers")
  ListDocument<?> linkers(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, FieldChoice.PARAMETER, "limit");
    FieldChoice fields = FieldChoice.of(query, Linker.class);
    return fields.inItems(lists.linkers(id, query.limit()));
  }

  @Get("/matrix")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
  HttpResponse<byte[]> matrix(HttpRequest<?> request) {
    QueryParameters query =
        QueryParameters.of(request, "clusters", "outlets", FieldChoice.PARAMETER);
    FieldChoice fields = FieldChoice.of(query, MatrixCell.class);
    ListDocument<?> page =
        fields.inItems(lists.matrix(query.texts("clusters"), query.texts("outlets")));
    boolean table = Acceptable.isPreferred(CSV, request.accept());
    return HttpResponse.ok(
            table
                ? CsvDocument.of(fields.namesOr(MatrixCell.class), page.items())
                : NdJson.bytes(page))
        .contentType(table ? CSV : MediaType.APPLICATION_JSON_TYPE)
        .header("Vary", "Accept");
  }
}
