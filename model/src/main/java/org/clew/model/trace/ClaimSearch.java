package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.LookAlike;

/**
 * Hosts at the two ends that differ in the public suffix only: perhaps one owner's, perhaps not.
 */
final class ClaimSearch {
  private ClaimSearch() {}

  static List<Claim> claims(EvidenceGraph graph, List<End> starts, List<End> targets) {
    LinkedHashSet<Claim> claims = new LinkedHashSet<>();
    for (End start : starts) {
      for (End target : targets) {
        if (isHost(start) && isHost(target) && isSameLabel(graph, start, target)) {
          claims.add(claim(start, target));
        }
      }
    }
    List<Claim> sorted = new ArrayList<>(claims);
    sorted.sort(Comparator.comparing(Claim::from).thenComparing(Claim::to));
    return sorted;
  }

  private static boolean isHost(End end) {
    return end.id().kind() == EntityKind.DOMAIN;
  }

  private static boolean isSameLabel(EvidenceGraph graph, End start, End target) {
    return LookAlike.sameLabel(
        Impersonation.registrable(graph, start.node()),
        Impersonation.registrable(graph, target.node()));
  }

  private static Claim claim(End start, End target) {
    return new Claim(
        start.id(),
        target.id(),
        start.id().local()
            + " and "
            + target.id().local()
            + " differ in the public suffix only; check whether one owner has both.");
  }
}
