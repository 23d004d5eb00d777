package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.attribution.AttributionRequest;
import org.clew.api.attribution.AttributionService;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/** Who may be behind an entity. */
@Controller("/api/v1/attributions")
@ExecuteOn(Executors.QUESTIONS)
final class AttributionController {
  private final AttributionService attributions;

  AttributionController(AttributionService attributions) {
    this.attributions = attributions;
  }

  @Get("/{entity}")
  Object attribution(String entity, HttpRequest<?> request) {
    QueryParameters query =
        QueryParameters.of(
            request, "asOf", "trust", "without", "tlp", "kinds", "verdicts", FieldChoice.PARAMETER);
    FieldChoice fields = FieldChoice.of(query, AttributionDocument.class);
    String tlp = query.text("tlp");
    return fields.in(
        attributions.attribute(
            new AttributionRequest(
                entity,
                query.date("asOf"),
                query.texts("trust"),
                query.texts("without"),
                tlp == null ? null : Tlp.ofWord(tlp),
                version(query, "kinds"),
                version(query, "verdicts"))));
  }

  private static @Nullable Integer version(QueryParameters query, String table) {
    return query.text(table) == null ? null : query.number(table, 1, 1, Integer.MAX_VALUE);
  }
}
