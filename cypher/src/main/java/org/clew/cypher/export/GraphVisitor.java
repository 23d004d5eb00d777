package org.clew.cypher.export;

import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;

/**
 * Is handed a graph or a part of it: first sources, then entities, then what sources say of
 * entities, then links; each group in the order of its ids, links by type first.
 */
public interface GraphVisitor {
  /** A source that something in the part cites. */
  void source(SourceView source);

  /**
   * A source with all that its node holds; for who wants the view alone, that.
   *
   * @param properties by their names, without the id; the visitor may change them
   */
  default void source(SourceView source, SortedMap<String, Object> properties) {
    source(source);
  }

  /** An entity. */
  void entity(EntityView entity);

  /** What one source says of one entity: name, attributes and row references. */
  void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties);

  /**
   * Whether the views of links have to name their ends. Where not, a whole graph is read without
   * them, which is far cheaper, and the views show the local parts of the ids.
   */
  default boolean namesEnds() {
    return true;
  }

  /** A link between two entities of the part. */
  void link(LinkView link);

  /**
   * A link with all that its relationship holds, such as what a detection measured; for who wants
   * the view alone, that. The view shows the grade of the source where the link has none.
   *
   * @param properties by their names, without the id; the visitor may change them
   */
  default void link(LinkView link, SortedMap<String, Object> properties) {
    link(link);
  }
}
