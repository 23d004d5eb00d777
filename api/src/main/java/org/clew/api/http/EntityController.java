package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Locale;
import org.clew.api.ListDocument;
import org.clew.api.entity.EntityDocument;
import org.clew.api.entity.EntityLists;
import org.clew.api.entity.EntityResolver;
import org.clew.api.entity.LookupDocument;
import org.clew.api.links.LinkLists;
import org.clew.cypher.claim.Notes;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityFilter;
import org.clew.cypher.links.Direction;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** Entities, one entity, and its links. */
@Controller("/api/v1/entities")
@ExecuteOn(Executors.READS)
final class EntityController {
  private final EntityLists lists;
  private final EntityResolver resolver;
  private final Entities entities;
  private final LinkLists links;
  private final Notes notes;

  EntityController(GraphStore store) {
    this.lists = new EntityLists(store);
    this.resolver = new EntityResolver(store);
    this.entities = new Entities(store);
    this.links = new LinkLists(store);
    this.notes = new Notes(store);
  }

  @Get
  ListDocument<?> list(HttpRequest<?> request) {
    QueryParameters query =
        QueryParameters.of(
            request, "q", "kind", "platform", "state", FieldChoice.PARAMETER, "limit", "cursor");
    FieldChoice fields = FieldChoice.of(query, EntityDocument.class);
    EntityFilter filter =
        new EntityFilter(
            query.text("q"), query.kind(), query.text("platform"), query.text("state"));
    return fields.inItems(lists.list(filter, query.cursor(), query.limit()));
  }

  /** Many at once, in a few queries; a question, since a thousand names take their time. */
  @Post("/lookup")
  @ExecuteOn(Executors.QUESTIONS)
  ListDocument<LookupDocument> lookUp(@Body @Nullable String body, HttpRequest<?> request) {
    QueryParameters.of(request);
    AuditNote.text(request, body);
    LookupRequest asked = JsonBodies.read(body, LookupRequest.class);
    List<String> texts = asked.texts();
    return new ListDocument<>(
        asked.ids() == null ? resolver.lookUp(texts) : resolver.lookUpIds(texts), null, null);
  }

  @Get("/{id:[^/]+}")
  Object one(@PathVariable String id, HttpRequest<?> request) {
    FieldChoice fields =
        FieldChoice.of(QueryParameters.of(request, FieldChoice.PARAMETER), EntityPage.class);
    EntityDocument entity = resolver.resolve(id);
    return fields.in(
        EntityPage.of(
            entity,
            entities.statements(entity.id(), EntityPage.MAX_STATEMENTS + 1),
            notes.of(entity.id(), "", EntityPage.MAX_STATEMENTS + 1)));
  }

  @Get("/{id:[^/]+}/links")
  ListDocument<?> links(@PathVariable String id, HttpRequest<?> request) {
    LinkQuery query = LinkQuery.of(request, "direction");
    String word = query.parameters().word("direction", "both", "out", "in", "both");
    Direction direction = Direction.valueOf(word.toUpperCase(Locale.ROOT));
    // What has links by that very id needs no search for whom the text means.
    return EntityResolver.spelledOut(id)
        .<ListDocument<?>>map(known -> page(query, direction, known))
        .filter(page -> !page.items().isEmpty())
        .orElseGet(() -> page(query, direction, resolver.resolve(id).id()));
  }

  private ListDocument<?> page(LinkQuery query, Direction direction, EntityId entity) {
    return query.page(links, direction.filter(entity, query.conditions()));
  }
}
