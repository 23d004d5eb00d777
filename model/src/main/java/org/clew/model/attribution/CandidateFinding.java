package org.clew.model.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One candidate under both hypotheses.
 *
 * @param candidate who
 * @param control the evidence of control
 * @param amplification how the subject spreads its content; null where that was not tested
 * @param rivals other explanations, the strongest first, nobody last
 * @param verdict what may be concluded
 */
public record CandidateFinding(
    Candidate candidate,
    Assessment control,
    @Nullable Reach amplification,
    List<Rival> rivals,
    Verdict verdict) {
  public CandidateFinding {
    rivals = List.copyOf(rivals);
  }
}
