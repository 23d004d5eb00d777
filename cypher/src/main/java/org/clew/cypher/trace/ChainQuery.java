package org.clew.cypher.trace;

import java.util.Collection;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.entity.EntityId;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.renderer.Renderer;

/** The Cypher with which a person sees a chain in Neo4j Browser. */
public final class ChainQuery {
  private ChainQuery() {}

  /** A query for all relationships between these entities. */
  public static String between(Collection<EntityId> entities) {
    Expression ids =
        Cypher.listOf(
            entities.stream()
                .map(EntityId::value)
                .sorted()
                .distinct()
                .map(Cypher::literalOf)
                .toArray(Expression[]::new));
    Node a = Cypher.node(GraphSchema.ENTITY).named("a");
    Node b = Cypher.node(GraphSchema.ENTITY).named("b");
    Relationship r = a.relationshipTo(b).named("r");
    return Renderer.getDefaultRenderer()
        .render(
            Cypher.match(r)
                .where(a.property(GraphSchema.ID).in(ids).and(b.property(GraphSchema.ID).in(ids)))
                .returning(a, r, b)
                .build());
  }
}
