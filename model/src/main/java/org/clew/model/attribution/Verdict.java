package org.clew.model.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be concluded.
 *
 * @param relation what subject and candidate have to do with each other; NONE below moderate
 * @param confidence how sure one may be of control, from the evidence alone
 * @param likelihood how likely control is; null where the evidence is insufficient, since nothing
 *     found is not nothing there
 * @param because what it rests on and what it lacks, in sentences
 * @param wouldChange what would lower or raise it, in sentences
 */
public record Verdict(
    Relation relation,
    Confidence confidence,
    @Nullable Likelihood likelihood,
    List<String> because,
    List<String> wouldChange) {
  public Verdict {
    because = List.copyOf(because);
    wouldChange = List.copyOf(wouldChange);
  }
}
