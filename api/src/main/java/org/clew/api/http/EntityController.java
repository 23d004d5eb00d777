package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.entity.EntityDocument;
import org.clew.api.entity.EntityLists;
import org.clew.api.entity.EntityResolver;
import org.clew.api.links.LinkLists;
import org.clew.cypher.claim.Notes;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityFilter;
import org.clew.cypher.links.LinkFilter;
import org.clew.cypher.links.LinkView;
import org.clew.model.entity.EntityId;

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
  ListDocument<EntityDocument> list(HttpRequest<?> request) {
    QueryParameters query =
        QueryParameters.of(request, "q", "kind", "platform", "state", "limit", "cursor");
    EntityFilter filter =
        new EntityFilter(
            query.text("q"), query.kind(), query.text("platform"), query.text("state"));
    return lists.list(filter, query.cursor(), query.limit());
  }

  @Get("/{id:[^/]+}")
  EntityPage one(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters.of(request);
    EntityDocument entity = resolver.resolve(id);
    return EntityPage.of(
        entity,
        entities.statements(entity.id(), EntityPage.MAX_STATEMENTS),
        notes.of(entity.id(), "", EntityPage.MAX_STATEMENTS));
  }

  @Get("/{id:[^/]+}/links")
  ListDocument<LinkView> links(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters query =
        QueryParameters.of(
            request, "direction", "type", "since", "until", "minCount", "limit", "cursor");
    String direction = query.word("direction", "both", "out", "in", "both");
    EntityId entity = resolver.resolve(id).id();
    LinkFilter filter =
        new LinkFilter(
            direction.equals("out") ? entity : null,
            direction.equals("in") ? entity : null,
            direction.equals("both") ? entity : null,
            query.types(),
            query.date("since"),
            query.date("until"),
            query.number("minCount", 0, 0, Integer.MAX_VALUE));
    return links.list(filter, query.cursor(), query.limit());
  }
}
