package org.clew.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.access.AuditLists;
import org.clew.loader.ingest.DataFolder;

/** The audit log, for admins. */
@Controller("/api/v1/audit")
@ExecuteOn(Executors.QUESTIONS)
final class AuditController {
  private final AuditLists lists;

  AuditController(DataFolder data) {
    this.lists = new AuditLists(data.audit());
  }

  @Get
  ListDocument<JsonNode> list(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, "since", "limit", "cursor");
    return lists.list(query.text("since"), query.cursor(), query.limit());
  }
}
