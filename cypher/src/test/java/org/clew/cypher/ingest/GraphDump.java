package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.export.GraphVisitor;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;

/** Everything an export would say of a graph, in its order. */
final class GraphDump implements GraphVisitor {
  private final List<Object> events = new ArrayList<>();

  private GraphDump() {}

  static List<Object> of(GraphStore store) {
    GraphDump dump = new GraphDump();
    new Subgraphs(store).visit(Subgraph.ALL, dump);
    return dump.events;
  }

  @Override
  public void source(SourceView source) {
    events.add(source);
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
