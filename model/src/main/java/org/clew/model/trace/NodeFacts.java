package org.clew.model.trace;

import java.util.Collection;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * What tracing needs to know of an entity or indicator.
 *
 * @param name what a reader should see
 * @param noise why evidence through it counts nothing; null where no noise list holds it
 * @param benign why an analyst holds it for innocent; null where nobody does
 * @param externalCount how many assets outside the graph share an indicator; null where unknown
 * @param notItsOwn why what stands under this host says nothing about its owner: it is a platform
 *     or a shortener; null otherwise
 * @param registrableDomain the registrable domain of a host; null where unknown
 */
public record NodeFacts(
    String name,
    @Nullable String noise,
    @Nullable String benign,
    @Nullable Long externalCount,
    @Nullable String notItsOwn,
    @Nullable String registrableDomain) {
  /** What is known of an entity of which nothing but its id is. */
  public static NodeFacts ofId(EntityId id) {
    return new NodeFacts(id.local(), null, null, null, null, null);
  }

  /** What an entity's description says; only the id is needed. */
  public static NodeFacts of(EntityId id, Collection<Entity> descriptions) {
    NodeAttributes attributes = new NodeAttributes(id);
    descriptions.forEach(attributes::add);
    return attributes.facts();
  }
}
