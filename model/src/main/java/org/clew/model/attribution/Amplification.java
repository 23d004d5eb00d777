package org.clew.model.attribution;

import java.util.List;
import java.util.Optional;
import org.clew.model.entity.EntityId;

/**
 * Whose content a subject spreads, against chance. Large clusters always look significant against a
 * random graph; the rank among matched accounts is what to read beside it.
 *
 * @param members members that reach anything at all
 * @param byActs whether acts were counted in place of members, as for a single account
 * @param links links of the layer
 * @param tested outlets tested
 * @param reached outlets that any member reaches, the smallest p first
 * @param lessThanExpected outlets reached less than by chance, the smallest p first
 */
public record Amplification(
    int members,
    boolean byActs,
    long links,
    int tested,
    List<Reach> reached,
    List<Reach> lessThanExpected) {
  public Amplification {
    reached = List.copyOf(reached);
    lessThanExpected = List.copyOf(lessThanExpected);
  }

  /** What was found about one outlet, if it is reached. */
  public Optional<Reach> of(EntityId outlet) {
    return reached.stream().filter(each -> each.outlet().equals(outlet)).findFirst();
  }
}
