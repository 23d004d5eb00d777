package org.clew.cypher.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkRows;
import org.clew.cypher.source.GraphVersion;
import org.clew.cypher.source.Sources;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.Basis;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.trace.ArrayEvidenceGraph;
import org.clew.model.trace.ArrayEvidenceGraphBuilder;
import org.neo4j.driver.Record;

/** Fills arrays with all control evidence of a database, by two streaming queries. */
final class SnapshotReader {
  /** The names come from an enum, never from outside. */
  private static final String TYPES =
      Arrays.stream(LinkType.values())
          .filter(type -> type.hypothesis() == Hypothesis.CONTROL || type == LinkType.IMPERSONATES)
          .map(LinkType::name)
          .collect(Collectors.joining("|"));

  private static final String COUNT =
      """
      MATCH ()-[r:«types»]->()
      RETURN count(r) AS links
      """
          .replace("«types»", TYPES);

  private static final String LINKS =
      """
      MATCH (f:Entity)-[r:«types»]->(t:Entity)
      WHERE r.status IS NULL OR r.status = 'accepted'
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      """
          .replace("«types»", TYPES);

  private static final String ENTITIES =
      """
      MATCH (e:Entity)
      WHERE NOT e:Source AND NOT e:Artifact
      RETURN e {.id, .name, .noise, .benign, .externalCount, .shortener, .platformHost,
                .registrableDomain} AS entity
      """;

  private static final String WHOLE_LINKS =
      """
      UNWIND $keys AS key
      MATCH (f:Entity {id: key.from})-[r:«types»]->(t:Entity {id: key.to})
      WHERE r.id = key.id
      RETURN f.id AS from, type(r) AS type, t.id AS to, r
      """
          .replace("«types»", TYPES);

  private final GraphStore store;

  SnapshotReader(GraphStore store) {
    this.store = store;
  }

  /** How many links a snapshot would hold. */
  long size() {
    return store.read(COUNT, Map.of(), row -> row.get("links").asLong()).get(0);
  }

  /**
   * Reads a snapshot.
   *
   * @throws ClewException UNAVAILABLE when the graph was changed meanwhile
   */
  ArrayEvidenceGraph read() {
    long version = GraphVersion.of(store);
    ArrayEvidenceGraphBuilder builder =
        new ArrayEvidenceGraphBuilder(version, new Sources(store).all());
    store.stream(LINKS, Map.of(), row -> add(builder, row));
    store.stream(ENTITIES, Map.of(), row -> describe(builder, row));
    if (GraphVersion.of(store) != version) {
      throw new ClewException(Reason.UNAVAILABLE, "The graph was changed while it was read.");
    }
    return builder.build(this::links);
  }

  private static void add(ArrayEvidenceGraphBuilder builder, Record row) {
    Link link = LinkRows.link(row);
    builder.link(
        link.id(),
        link.from(),
        link.type(),
        link.to(),
        link.source(),
        link.evidenceKind(),
        link.grade(),
        DaySpan.of(link.firstSeen(), link.lastSeen()),
        link.basis() == Basis.REPORTED);
  }

  private static void describe(ArrayEvidenceGraphBuilder builder, Record row) {
    EntityView view = Entities.view(row.get("entity"));
    if (builder.joins(view.id())) {
      TreeMap<String, Object> attributes = new TreeMap<>(view.attributes());
      attributes.values().removeIf(Objects::isNull);
      builder.describe(view.id(), List.of(new Entity(view.id(), view.name(), attributes)));
    }
  }

  private List<Link> links(List<ArrayEvidenceGraph.Key> keys) {
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
        .read(WHOLE_LINKS, Map.of("keys", rows), LinkRows::link)
        .forEach(link -> found.put(link.id(), link));
    return keys.stream().map(key -> whole(found, key)).toList();
  }

  private static Link whole(Map<String, Link> found, ArrayEvidenceGraph.Key key) {
    Link link = found.get(key.id());
    if (link == null) {
      EntityId from = key.from();
      throw new ClewException(
          Reason.UNAVAILABLE, "The graph was changed meanwhile near " + from + "; ask again.");
    }
    return link;
  }
}
