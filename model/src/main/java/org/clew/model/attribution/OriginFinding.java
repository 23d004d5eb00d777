package org.clew.model.attribution;

import java.util.List;
import org.clew.model.attribution.AttributionCase.OriginFact;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.PairWeight;

/**
 * A State a subject may be operated from. It says where the operator sits, not who directs him.
 *
 * @param state the State
 * @param evidence what says so, of the subject and its members
 * @param weight what that weighs together
 * @param assessment S and what it hangs on
 * @param rivals other States, the strongest first, nobody last
 * @param verdict what may be concluded
 */
public record OriginFinding(
    EntityId state,
    List<OriginFact> evidence,
    PairWeight weight,
    Assessment assessment,
    List<Rival> rivals,
    Verdict verdict) {
  public OriginFinding {
    evidence = List.copyOf(evidence);
    rivals = List.copyOf(rivals);
  }
}
