package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clew.api.attribution.AttributionService;
import org.clew.api.entity.EntityResolver;
import org.clew.api.http.SubgraphRenderer.Around;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;

/** What is around an entity, in the format that {@code Accept} names. */
@Controller("/api/v1/subgraph")
@ExecuteOn(Executors.QUESTIONS)
final class SubgraphController {
  private static final int MAX_HOPS = 4;
  private static final int DEFAULT_ENTITIES = 300;
  private static final int MAX_ENTITIES = 1_000;
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  private final EntityResolver resolver;
  private final Subgraphs graph;
  private final AttributionService attributions;

  SubgraphController(GraphStore store, AttributionService attributions) {
    this.resolver = new EntityResolver(store);
    this.graph = new Subgraphs(store);
    this.attributions = attributions;
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<?> around(HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, "entity", "hops", "maxEntities");
    int hops = query.number("hops", 1, 0, MAX_HOPS);
    int entities = query.number("maxEntities", DEFAULT_ENTITIES, 1, MAX_ENTITIES);
    String text = query.text("entity");
    if (text == null) {
      throw new ClewException(Reason.USAGE, "The parameter 'entity' is missing.");
    }
    Optional<SubgraphRenderer> renderer = SubgraphRenderer.preferred(request.accept());
    if (renderer.isEmpty()) {
      return notAcceptable();
    }
    EntityId centre = resolver.resolve(text).id();
    Subgraph part = graph.around(List.of(centre), hops, entities);
    return render(renderer.get(), new Around(graph, attributions, centre, part));
  }

  private HttpResponse<?> render(SubgraphRenderer renderer, Around around) {
    BoundedBuffer buffer = new BoundedBuffer(MAX_BYTES);
    renderer.render(around, buffer);
    return HttpResponse.ok(buffer.toByteArray())
        .contentType(renderer.mediaType())
        .header("Vary", "Accept")
        .header(SecurityHeaders.POLICY, SecurityHeaders.DOCUMENT_POLICY);
  }

  private HttpResponse<?> notAcceptable() {
    String types =
        SubgraphRenderer.ALL.stream()
            .map(renderer -> renderer.mediaType().getName())
            .collect(Collectors.joining(", "));
    return Problem.of(
            HttpStatus.NOT_ACCEPTABLE, "There is no such format; there are: " + types + ".")
        .response();
  }
}
