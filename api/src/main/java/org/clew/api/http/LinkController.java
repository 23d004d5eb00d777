package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.clew.api.ListDocument;
import org.clew.api.entity.EntityResolver;
import org.clew.api.links.LinkLists;
import org.clew.api.observation.LinkObservations;
import org.clew.api.observation.ObservationDocument;
import org.clew.cypher.claim.Notes;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.links.Links;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** Who links to whom. */
@Controller("/api/v1/links")
@ExecuteOn(Executors.READS)
final class LinkController {
  private final LinkLists lists;
  private final Links links;
  private final Notes notes;
  private final EntityResolver resolver;
  private final DataFolder data;

  LinkController(GraphStore store, DataFolder data) {
    this.data = data;
    this.lists = new LinkLists(store);
    this.links = new Links(store);
    this.notes = new Notes(store);
    this.resolver = new EntityResolver(store);
  }

  @Get
  ListDocument<?> list(HttpRequest<?> request) {
    LinkQuery query = LinkQuery.of(request, "from", "to");
    EntityId from = entity(query.parameters().text("from"));
    EntityId to = entity(query.parameters().text("to"));
    return query.page(lists, query.conditions().between(from, to));
  }

  @Get("/{id:[^/]+}")
  Object one(@PathVariable String id, HttpRequest<?> request) {
    FieldChoice fields =
        FieldChoice.of(QueryParameters.of(request, FieldChoice.PARAMETER), LinkPage.class);
    LinkView link = find(id);
    return fields.in(
        LinkPage.of(link, notes.ofLink(link.from(), link.id(), "", LinkPage.MAX_NOTES + 1)));
  }

  /** The raw rows behind a link; a question, since the log is read for them. */
  @Get("/{id:[^/]+}/observations")
  @ExecuteOn(Executors.QUESTIONS)
  ListDocument<?> observations(@PathVariable String id, HttpRequest<?> request) {
    QueryParameters query = QueryParameters.of(request, FieldChoice.PARAMETER, "limit", "cursor");
    FieldChoice fields = FieldChoice.of(query, ObservationDocument.class);
    return fields.inItems(
        new LinkObservations(data.log()).list(find(id), query.cursor(), query.limit()));
  }

  private LinkView find(String id) {
    return links
        .find(id)
        .orElseThrow(
            () ->
                new ClewException(Reason.NOT_FOUND, "There is no link with the id '" + id + "'."));
  }

  private @Nullable EntityId entity(@Nullable String text) {
    return text == null ? null : resolver.resolve(text).id();
  }
}
