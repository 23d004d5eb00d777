package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.query.QueryLimits;
import org.clew.cypher.query.QueryResult;
import org.clew.cypher.query.ReadOnlyGate;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/** An analyst's own Cypher, through the read-only gate. */
@Controller("/api/v1/cypher")
@ExecuteOn(Executors.QUESTIONS)
final class CypherController {
  private final ReadOnlyGate gate;

  CypherController(GraphStore store) {
    this.gate = new ReadOnlyGate(store);
  }

  @Post
  QueryResult run(@Body @Nullable String body, HttpRequest<?> request) {
    QueryParameters.of(request);
    AuditNote.text(request, body);
    CypherRequest asked = JsonBodies.read(body, CypherRequest.class);
    String query = asked.query();
    if (query == null) {
      throw new ClewException(Reason.USAGE, "The field 'query' is missing.");
    }
    Map<String, Object> parameters = asked.parameters();
    return gate.run(query, parameters == null ? Map.of() : parameters, QueryLimits.DEFAULT);
  }
}
