package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.api.attribution.AttributionService;
import org.clew.api.entity.EntityResolver;
import org.clew.api.export.ExportFormat;
import org.clew.api.export.SubjectExport;
import org.clew.api.http.SubgraphRenderer.Around;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.cypher.source.Readership;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What is around an entity, or the whole graph, in the format that {@code Accept} names. */
@Controller("/api/v1/subgraph")
@ExecuteOn(Executors.QUESTIONS)
final class SubgraphController {
  private static final int MAX_HOPS = 4;
  private static final int DEFAULT_ENTITIES = 300;
  private static final int MAX_ENTITIES = 1_000;
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  private final EntityResolver resolver;
  private final GraphStore store;
  private final AttributionService attributions;
  private final Streams streams;

  SubgraphController(GraphStore store, AttributionService attributions, Streams streams) {
    this.streams = streams;
    this.resolver = new EntityResolver(store);
    this.store = store;
    this.attributions = attributions;
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<Flux<byte[]>> subgraph(HttpRequest<?> request) {
    QueryParameters query =
        QueryParameters.of(request, "entity", "hops", "maxEntities", "all", "tlp");
    return query.word("all", "false", "true", "false").equals("true")
        ? all(request, query)
        : around(request, query);
  }

  /** The whole graph, sent while it is read. */
  private HttpResponse<Flux<byte[]>> all(HttpRequest<?> request, QueryParameters query) {
    if (query.text("entity") != null || query.text("hops") != null) {
      throw new ClewException(
          Reason.USAGE, "With 'all' the whole graph is meant; leave out 'entity' and 'hops'.");
    }
    ExportFormat format =
        SubgraphRenderer.preferred(request.accept())
            .flatMap(SubgraphRenderer::format)
            .orElseThrow(
                () ->
                    notAcceptable(
                        Arrays.stream(ExportFormat.values()).map(ExportFormat::mediaType)));
    Tlp reader = reader(query);
    Subgraphs graph = new Subgraphs(store, Readership.upTo(store, reader));
    Flux<byte[]> body =
        streams.of(
            "GET /api/v1/subgraph?all=true as " + format.word(),
            out ->
                new SubjectExport(graph, attributions, reader)
                    .write(Subgraph.ALL, null, format, out));
    return answer(body, MediaType.of(format.mediaType()))
        .header("Content-Disposition", "attachment; filename=\"clew." + format.suffix() + "\"");
  }

  private HttpResponse<Flux<byte[]>> around(HttpRequest<?> request, QueryParameters query) {
    int hops = query.number("hops", 1, 0, MAX_HOPS);
    int entities = query.number("maxEntities", DEFAULT_ENTITIES, 1, MAX_ENTITIES);
    String text = query.text("entity");
    if (text == null) {
      throw new ClewException(Reason.USAGE, "The parameter 'entity' is missing.");
    }
    SubgraphRenderer renderer =
        SubgraphRenderer.preferred(request.accept())
            .orElseThrow(
                () ->
                    notAcceptable(SubgraphRenderer.ALL.stream().map(r -> r.mediaType().getName())));
    Tlp level = reader(query);
    Readership reader = Readership.upTo(store, level);
    Subgraphs graph = new Subgraphs(store, reader);
    EntityId centre = resolver.resolve(text, reader).id();
    Subgraph part = graph.around(List.of(centre), hops, entities);
    BoundedBuffer buffer = new BoundedBuffer(MAX_BYTES);
    renderer.render(new Around(graph, attributions, centre, part, level), buffer);
    return answer(Flux.just(buffer.toByteArray()), renderer.mediaType());
  }

  private static @Nullable Tlp reader(QueryParameters query) {
    String level = query.text("tlp");
    return level == null ? null : Tlp.ofWord(level);
  }

  private static MutableHttpResponse<Flux<byte[]>> answer(Flux<byte[]> body, MediaType type) {
    return HttpResponse.ok(body)
        .contentType(type)
        .header("Vary", "Accept")
        .header(SecurityHeaders.POLICY, SecurityHeaders.DOCUMENT_POLICY);
  }

  private static HttpStatusException notAcceptable(Stream<String> types) {
    return new HttpStatusException(
        HttpStatus.NOT_ACCEPTABLE,
        "There is no such format; there are: " + types.collect(Collectors.joining(", ")) + ".");
  }
}
