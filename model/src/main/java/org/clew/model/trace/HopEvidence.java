package org.clew.model.trace;

import java.util.List;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.Link;

/**
 * One fact behind a hop: what it weighs and the links that state it.
 *
 * @param weight every number of its weight
 * @param statements the links it rests on: two for a shared indicator, one for most relations
 */
public record HopEvidence(WeighedEvidence weight, List<Link> statements) {
  public HopEvidence {
    statements = List.copyOf(statements);
  }
}
