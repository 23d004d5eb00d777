package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.clew.model.attribution.AttributionCase.OriginFact;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.EvidenceWeigher;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.PairWeight;
import org.clew.model.evidence.Statement;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.Link;
import org.clew.model.trace.PriorScore;

/**
 * Assesses the one pair of a subject and a State: what is said of the subject and of all its
 * members weighs together. Being one pair it is one chain, so it never reaches high confidence.
 */
final class OriginAssessor {
  private final AttributionParameters parameters;
  private final EvidenceWeigher weigher;
  private final Map<EntityId, String> names = new HashMap<>();

  OriginAssessor(AttributionParameters parameters) {
    this.parameters = parameters;
    this.weigher = new EvidenceWeigher(parameters.kinds());
  }

  PairWeight weigh(List<OriginFact> facts) {
    return weigher.weigh(facts.stream().map(OriginFact::fact).toList());
  }

  Assessment assess(EntityId state, List<OriginFact> facts, boolean severalMembers) {
    names.put(state, state.local());
    facts.forEach(each -> names.put(each.about(), each.aboutName()));
    PairWeight weight = weigh(facts);
    List<WeighedEvidence> counted =
        weight.evidence().stream().filter(WeighedEvidence::counted).toList();
    Set<EntityId> roots = new TreeSet<>();
    Set<String> families = new TreeSet<>();
    counted.forEach(each -> roots.addAll(each.roots()));
    counted.forEach(each -> families.add(each.kind().family()));
    boolean enters = weight.lambda() >= parameters.kinds().enterAtWeight();
    double score = score(weight, parameters.kinds().priorOdds(), enters);
    List<Carrier> carriers = enters ? carriers(facts, roots, severalMembers) : List.of();
    return new Assessment(
        new Reliability(score, 0),
        parameters.kinds().otherPriorOdds().stream()
            .map(odds -> new PriorScore(odds, score(weight, odds, enters)))
            .toList(),
        carriers.isEmpty() ? score : Math.min(score, carriers.get(0).scoreWithout()),
        List.of(),
        List.of(),
        enters ? 1 : 0,
        true,
        roots,
        roots.size(),
        counted.stream().anyMatch(each -> each.roots().isEmpty()),
        families,
        carriers,
        (int)
            facts.stream()
                .map(OriginFact::about)
                .filter(OriginAssessor::isMember)
                .distinct()
                .count(),
        List.of(),
        false);
  }

  private static boolean isMember(EntityId id) {
    return id.kind() != EntityKind.CLUSTER;
  }

  private static double score(PairWeight weight, double odds, boolean enters) {
    return enters ? weight.probability(odds) : 0;
  }

  private List<Carrier> carriers(
      List<OriginFact> facts, Set<EntityId> roots, boolean severalMembers) {
    List<Carrier> carriers = new ArrayList<>();
    for (OriginFact each : facts) {
      Link link = each.links().get(0);
      String kind = each.fact().left().get(0).kind().sentence();
      carriers.add(
          new Carrier(
              Carrier.Part.RELATION,
              Removals.clause(link, this::name) + " (" + kind + ")",
              each.links().stream().map(Link::id).sorted().toList(),
              without(facts, other -> !other.equals(each), statement -> true)));
    }
    for (EntityId root : roots) {
      carriers.add(
          new Carrier(
              Carrier.Part.ROOT,
              "all that was reported from " + root,
              List.of(root.value()),
              without(facts, each -> true, statement -> !statement.roots().equals(Set.of(root)))));
    }
    if (severalMembers) {
      facts.stream()
          .map(OriginFact::about)
          .filter(OriginAssessor::isMember)
          .distinct()
          .forEach(member -> carriers.add(member(facts, member)));
    }
    return Removals.sorted(carriers);
  }

  private Carrier member(List<OriginFact> facts, EntityId member) {
    return new Carrier(
        Carrier.Part.MEMBER,
        "the member " + name(member),
        List.of(member.value()),
        without(facts, each -> !each.about().equals(member), statement -> true));
  }

  private double without(
      List<OriginFact> facts, Predicate<OriginFact> kept, Predicate<Statement> statements) {
    List<Fact> left = new ArrayList<>();
    facts.stream()
        .filter(kept)
        .forEach(each -> each.fact().standingOn(statements).ifPresent(left::add));
    PairWeight weight = weigher.weigh(left);
    boolean enters = weight.lambda() >= parameters.kinds().enterAtWeight();
    return score(weight, parameters.kinds().priorOdds(), enters);
  }

  private String name(EntityId id) {
    return names.getOrDefault(id, id.local());
  }
}
