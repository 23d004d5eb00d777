package org.clew.model.trace;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.Link;

/**
 * That an asset is an outlet's own: an assumption of a chain, not one of its hops.
 *
 * @param outlet the outlet
 * @param asset the asset
 * @param days when it was the outlet's; evidence from other times does not count at this end
 * @param statements the links that say so
 */
public record IdentityTie(EntityId outlet, EntityId asset, DaySpan days, List<Link> statements) {
  public IdentityTie {
    statements = List.copyOf(statements);
  }
}
