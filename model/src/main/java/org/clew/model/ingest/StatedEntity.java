package org.clew.model.ingest;

import java.util.List;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Link;

/**
 * What one source says of one entity. There is one per (entity, source).
 *
 * @param entity the description
 * @param source who says so
 * @param evidence a few references to rows, as in {@code sites.csv:17}
 */
public record StatedEntity(Entity entity, EntityId source, List<String> evidence) {
  public StatedEntity {
    evidence = List.copyOf(evidence.subList(0, Math.min(evidence.size(), Link.MAX_EVIDENCE)));
  }
}
