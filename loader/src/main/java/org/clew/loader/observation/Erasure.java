package org.clew.loader.observation;

import java.util.List;

/**
 * What an erasure did.
 *
 * @param segments how many segments were written anew
 * @param rows how many rows are gone
 * @param damaged segments that could not be looked into, which stay as they are
 */
public record Erasure(int segments, long rows, List<Damage> damaged) {
  public Erasure {
    damaged = List.copyOf(damaged);
  }
}
