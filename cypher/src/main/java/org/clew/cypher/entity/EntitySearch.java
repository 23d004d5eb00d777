package org.clew.cypher.entity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.SearchResult.Hit;
import org.neo4j.driver.Record;

/** Searches names and handles. */
final class EntitySearch {
  /** The best matches that pass the filter; what does not pass takes no place of theirs. */
  private static final String MATCHES =
      """
      CALL db.index.fulltext.queryNodes('entity_names', $query) YIELD node AS e
      WITH e
      WHERE NOT e:Source
        AND ($label IS NULL OR $label IN labels(e))
        AND ($platform IS NULL OR e.platform = $platform)
        AND ($state IS NULL OR e.country = $state)
      WITH e LIMIT $matches
      """;

  /** Apart from the search, whose rows would each carry the list of all matches. */
  private static final String CUT = MATCHES + "RETURN count(e) > $most AS cut";

  private static final String SEARCH =
      MATCHES
          + """
      WITH e, [n IN [e.name, e.handle, e.displayName, e.company] WHERE n IS NOT NULL | toLower(n)]
              AS names
      WITH e, size(coalesce(e.name, '')) AS length,
           CASE WHEN $text IN names THEN 0
                WHEN any(n IN names WHERE n STARTS WITH $text) THEN 1
                WHEN all(w IN $words WHERE any(n IN names WHERE n CONTAINS w)) THEN 2
                ELSE 3 END AS rank
      WHERE rank > $rank
         OR (rank = $rank AND (length > $length OR (length = $length AND e.id > $after)))
      WITH e, rank, length ORDER BY rank, length, e.id LIMIT $limit
      RETURN properties(e) AS entity, rank, length ORDER BY rank, length, entity.id
      """;

  private final GraphStore store;
  private final int most;

  EntitySearch(GraphStore store) {
    this(store, SearchResult.MOST_MATCHES);
  }

  EntitySearch(GraphStore store, int most) {
    this.store = store;
    this.most = most;
  }

  SearchResult search(
      EntityFilter filter, Map<String, Object> conditions, SearchPlace after, int limit) {
    String text = filter.text() == null ? "" : filter.text().strip().toLowerCase(Locale.ROOT);
    String query = FullTextQuery.anyPrefix(text);
    if (query.isEmpty()) {
      return new SearchResult(List.of(), false);
    }
    String name = text.startsWith("@") ? text.substring(1) : text;
    Map<String, Object> parameters = new HashMap<>(conditions);
    parameters.put("query", query);
    parameters.put("text", name);
    parameters.put("words", Arrays.asList(name.split("\\s+", -1)));
    parameters.put("most", most);
    parameters.put("matches", most + 1);
    parameters.put("rank", after.rank());
    parameters.put("length", after.length());
    parameters.put("after", after.id());
    parameters.put("limit", limit);
    boolean cut = store.read(CUT, parameters, row -> row.get("cut").asBoolean()).get(0);
    parameters.put("matches", most);
    return new SearchResult(store.read(SEARCH, parameters, EntitySearch::hit), cut);
  }

  private static Hit hit(Record row) {
    EntityView entity = Entities.view(row.get("entity"));
    return new Hit(
        entity,
        new SearchPlace(row.get("rank").asInt(), row.get("length").asInt(), entity.id().value()));
  }
}
