package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.attribution.AttributionRequest;
import org.clew.api.attribution.AttributionService;
import org.clew.model.source.Tlp;

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
        QueryParameters.of(request, "asOf", "trust", "without", "tlp", FieldChoice.PARAMETER);
    FieldChoice fields = FieldChoice.of(query, AttributionDocument.class);
    String tlp = query.text("tlp");
    return fields.in(
        attributions.attribute(
            new AttributionRequest(
                entity,
                query.date("asOf"),
                query.texts("trust"),
                query.texts("without"),
                tlp == null ? null : Tlp.ofWord(tlp))));
  }
}
