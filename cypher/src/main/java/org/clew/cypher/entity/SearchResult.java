package org.clew.cypher.entity;

import java.util.List;

/**
 * A page of a search.
 *
 * @param hits the best matches after the place asked for, best first
 * @param cut whether more entities match and pass the filter than are looked at, and the rest is
 *     left out for good
 */
public record SearchResult(List<Hit> hits, boolean cut) {
  /** So many matches are looked at, those with the words that are rarest in the graph first. */
  public static final int MOST_MATCHES = 10_000;

  /** An entity and where it stands. */
  public record Hit(EntityView entity, SearchPlace place) {}
}
