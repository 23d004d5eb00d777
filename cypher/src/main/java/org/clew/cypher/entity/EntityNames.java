package org.clew.cypher.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clew.cypher.database.GraphStore;
import org.neo4j.driver.Record;

/** Finds entities by what a person may call them. */
final class EntityNames {
  private static final String CALLED =
      """
      UNWIND $names AS asked
      CALL (asked) {
        CALL db.index.fulltext.queryNodes('entity_names', asked.query, {limit: 500}) YIELD node AS e
        WHERE toLower(e.name) = asked.name OR toLower(e.handle) = asked.name
           OR toLower(e.displayName) = asked.name OR toLower(e.company) = asked.name
        RETURN properties(e) AS entity ORDER BY e.id LIMIT 20
      }
      RETURN asked.name AS name, entity ORDER BY name, entity.id
      """;

  /** Names asked for in one query. */
  private static final int AT_A_TIME = 250;

  private final GraphStore store;

  EntityNames(GraphStore store) {
    this.store = store;
  }

  Map<String, List<EntityView>> called(Collection<String> texts) {
    Map<String, String> queries = new TreeMap<>();
    texts.forEach(text -> queries.computeIfAbsent(key(text), FullTextQuery::allWords));
    Map<String, List<EntityView>> byName = find(queries);
    Map<String, List<EntityView>> found = new HashMap<>();
    for (String text : texts) {
      List<EntityView> hits = byName.get(key(text));
      if (hits != null) {
        found.put(text, hits);
      }
    }
    return found;
  }

  private Map<String, List<EntityView>> find(Map<String, String> queries) {
    List<Map<String, String>> asked = new ArrayList<>();
    queries.forEach(
        (name, query) -> {
          if (!query.isEmpty()) {
            asked.add(Map.of("name", name, "query", query));
          }
        });
    Map<String, List<EntityView>> found = new HashMap<>();
    for (int from = 0; from < asked.size(); from += AT_A_TIME) {
      List<?> some = asked.subList(from, Math.min(asked.size(), from + AT_A_TIME));
      store
          .read(CALLED, Map.of("names", some), EntityNames::hit)
          .forEach(
              hit ->
                  found
                      .computeIfAbsent(hit.getKey(), name -> new ArrayList<>())
                      .add(hit.getValue()));
    }
    return found;
  }

  private static Map.Entry<String, EntityView> hit(Record row) {
    return Map.entry(row.get("name").asString(), Entities.view(row.get("entity")));
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
