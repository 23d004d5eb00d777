package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.export.GraphVisitor;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;

/**
 * Everything an export would say of a graph, in its order; then labels, and types of the values,
 * which an export does not tell.
 */
final class GraphDump implements GraphVisitor {
  private static final String NODES =
      """
      MATCH (n:Entity)
      RETURN n.id AS id,
        COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels,
        COLLECT { UNWIND keys(n) AS key WITH key ORDER BY key
          RETURN key + ' ' + valueType(n[key]) } AS types
      ORDER BY id
      """;

  private static final String RELATIONSHIPS =
      """
      MATCH (:Entity)-[r]->(:Entity)
      RETURN type(r) AS type, r.id AS id,
        COLLECT { UNWIND keys(r) AS key WITH key ORDER BY key
          RETURN key + ' ' + valueType(r[key]) } AS types
      ORDER BY type, id
      """;

  private final List<Object> events = new ArrayList<>();

  private GraphDump() {}

  static List<Object> of(GraphStore store) {
    GraphDump dump = new GraphDump();
    new Subgraphs(store).visit(Subgraph.ALL, dump);
    dump.events.addAll(store.read(NODES, Map.of(), row -> row.asMap()));
    dump.events.addAll(store.read(RELATIONSHIPS, Map.of(), row -> row.asMap()));
    return dump.events;
  }

  @Override
  public void source(SourceView source) {
    events.add(source);
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) {
    source(source);
    events.add(properties);
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) {
    link(link);
    events.add(properties);
  }

  @Override
  public void entity(EntityView entity) {
    events.add(entity);
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties) {
    events.add(List.of(entity, source, properties));
  }

  @Override
  public void link(LinkView link) {
    events.add(link);
  }
}
