package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import java.util.stream.Stream;
import org.clew.api.ListDocument;
import org.clew.api.links.LinkLists;
import org.clew.cypher.links.LinkFilter;
import org.clew.cypher.links.LinkView;

/** The query parameters that every list of links takes. */
record LinkQuery(QueryParameters parameters, FieldChoice fields) {
  /**
   * Those of a request.
   *
   * @param ends the parameters of the route that say at which entities the links are
   */
  static LinkQuery of(HttpRequest<?> request, String... ends) {
    Stream<String> common =
        Stream.of("type", "since", "until", "minCount", FieldChoice.PARAMETER, "limit", "cursor");
    QueryParameters parameters =
        QueryParameters.of(request, Stream.concat(Stream.of(ends), common).toArray(String[]::new));
    return new LinkQuery(parameters, FieldChoice.of(parameters, LinkView.class));
  }

  /** The types, dates and count that are asked for, between any entities. */
  LinkFilter conditions() {
    return new LinkFilter(
        null,
        null,
        null,
        parameters.types(),
        parameters.date("since"),
        parameters.date("until"),
        parameters.number("minCount", 0, 0, Integer.MAX_VALUE));
  }

  /** The page that is asked for. */
  ListDocument<?> page(LinkLists lists, LinkFilter filter) {
    return fields.inItems(lists.list(filter, parameters.cursor(), parameters.limit()));
  }
}
