package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clew.model.coordination.BenignAlternative.Kind;
import org.clew.model.coordination.DetectedCluster.Member;

/**
 * Looks for figures that fit an innocent explanation. Where they begin to is a rule of thumb; they
 * suggest a check and prove nothing.
 */
final class BenignAlternatives {
  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;
  private static final int FEW_ARTIFACTS = 3;
  private static final int BUSY_ACTS_A_DAY = 50;
  private static final double HALF = 0.5;
  private static final double MOST = 0.6;

  private final List<Member> members;
  private final ClusterSupport support;
  private final List<BenignAlternative> found = new ArrayList<>();

  private BenignAlternatives(List<Member> members, ClusterSupport support) {
    this.members = members;
    this.support = support;
  }

  static List<BenignAlternative> of(
      List<Member> members,
      int edges,
      double density,
      ClusterSupport support,
      List<LayerFacts> facts) {
    BenignAlternatives alternatives = new BenignAlternatives(members, support);
    alternatives.oneDay();
    alternatives.popularArtifacts();
    alternatives.headlineBots(facts);
    alternatives.star(edges, density);
    alternatives.fewArtifacts();
    return List.copyOf(alternatives.found);
  }

  private void oneDay() {
    long span = support.lastSeconds() - support.firstSeconds();
    if (span <= DAY) {
      long hours = Math.max(1, (span + HOUR - 1) / HOUR);
      add(
          Kind.SAME_NEWS_EVENT,
          List.of(),
          "All shared acts lie within %s.",
          hours == 1 ? "an hour" : hours + " hours");
    }
  }

  private void popularArtifacts() {
    int artifacts = support.artifacts().size();
    long popular =
        support.artifacts().stream()
            .filter(artifact -> artifact.accounts() >= 2 * members.size())
            .count();
    if (popular >= HALF * artifacts) {
      add(
          Kind.SAME_NEWS_EVENT,
          List.of(),
          "%d of the %d shared artifacts were shared by at least as many accounts outside.",
          popular,
          artifacts);
    }
  }

  private void headlineBots(List<LayerFacts> facts) {
    List<Integer> busy =
        members.stream()
            .map(Member::account)
            .filter(account -> facts.stream().anyMatch(layer -> isBusy(layer, account)))
            .toList();
    if (!busy.isEmpty()) {
      add(
          Kind.HEADLINE_BOT,
          busy,
          "%d of %d members act on %d or more artifacts on an active day.",
          busy.size(),
          members.size(),
          BUSY_ACTS_A_DAY);
    }
  }

  private static boolean isBusy(LayerFacts layer, int account) {
    int days = layer.activeDays(account);
    return days > 0 && layer.acts(account) >= (long) days * BUSY_ACTS_A_DAY;
  }

  private void star(int edges, double density) {
    for (Member member : members) {
      if (density < HALF && member.edges() >= MOST * edges) {
        add(
            Kind.FANS,
            List.of(member.account()),
            "One member is in %d of the %d edges; the others have few among themselves.",
            member.edges(),
            edges);
      }
    }
  }

  private void fewArtifacts() {
    int artifacts = support.artifacts().size();
    if (artifacts <= FEW_ARTIFACTS) {
      add(
          Kind.PETITION,
          List.of(),
          "The %d members share only %d artifacts.",
          members.size(),
          artifacts);
    }
  }

  private void add(Kind kind, List<Integer> accounts, String reason, Object... figures) {
    found.add(new BenignAlternative(kind, String.format(Locale.ROOT, reason, figures), accounts));
  }
}
