package org.clew.api.export;

import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;

/** Writes a document that can be begun only when the whole graph is known. */
abstract class HeldGraphWriter implements DocumentWriter {
  /** What was handed over so far. */
  final HeldGraph graph = new HeldGraph();

  @Override
  public final void source(SourceView source, SortedMap<String, Object> properties) {
    graph.source(source);
  }

  @Override
  public final void entity(EntityView entity) {
    graph.entity(entity);
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties) {
    graph.statement(entity, source);
  }

  @Override
  public final void link(LinkView link, SortedMap<String, Object> properties) {
    graph.link(link);
  }
}
