package org.clew.cypher.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkRows;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Link;
import org.clew.model.trace.LinkKey;
import org.clew.model.trace.LinkReader;

/** Reads whole links of a database for what goes into a result, many at once. */
final class WholeLinks implements LinkReader {
  private static final String LINKS =
      """
      UNWIND $keys AS key
      MATCH (f:Entity {id: key.from})-[r:«types»]->(t:Entity {id: key.to})
      WHERE r.id = key.id
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      """
          .replace("«types»", EvidenceRows.TYPES);

  private final GraphStore store;

  WholeLinks(GraphStore store) {
    this.store = store;
  }

  @Override
  public List<Link> read(List<LinkKey> keys) {
    List<Map<String, Object>> rows =
        keys.stream()
            .distinct()
            .map(
                key ->
                    Map.<String, Object>of(
                        "id", key.id(), "from", key.from().value(), "to", key.to().value()))
            .toList();
    Map<String, Link> found = new HashMap<>();
    store
        .read(LINKS, Map.of("keys", rows), LinkRows::link)
        .forEach(link -> found.put(link.id(), link));
    return keys.stream().map(key -> whole(found, key)).toList();
  }

  private static Link whole(Map<String, Link> found, LinkKey key) {
    Link link = found.get(key.id());
    if (link == null) {
      throw changedNear(key.from());
    }
    return link;
  }

  /** What was there when a trace began is there no more. */
  static ClewException changedNear(EntityId id) {
    return new ClewException(
        Reason.UNAVAILABLE, "The graph was changed meanwhile near " + id + "; ask again.");
  }
}
