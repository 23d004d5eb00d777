package org.clew.model.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** Weighs facts by the table of kinds, and puts together what ties one pair of entities. */
public final class EvidenceWeigher {
  private static final String SAME_ROOT = "another report from the same root counts";

  private static final Comparator<WeighedEvidence> STRONGEST_FIRST =
      Comparator.comparingDouble(WeighedEvidence::weight)
          .reversed()
          .thenComparing(each -> each.kind().id())
          .thenComparing(each -> each.type().name())
          .thenComparing(each -> each.via() == null ? "" : each.via().value())
          .thenComparing(each -> String.valueOf(each.statements().get(0).source()))
          .thenComparing(each -> each.roots().stream().sorted().toList().toString());

  private static final Comparator<WeighedEvidence> COUNTED_FIRST =
      Comparator.comparing((WeighedEvidence each) -> !each.counted())
          .thenComparing(STRONGEST_FIRST);

  private final EvidenceKinds kinds;

  /** A weigher that uses this table. */
  public EvidenceWeigher(EvidenceKinds kinds) {
    this.kinds = kinds;
  }

  /** What all these facts, each given once, weigh together. */
  public PairWeight weigh(List<Fact> facts) {
    return together(facts.stream().map(this::ways).toList());
  }

  /**
   * What already weighed evidence weighs together, such as a pair's with some of it taken out. What
   * was left out because another fact of the same root counted is considered again.
   */
  public PairWeight combine(Iterable<WeighedEvidence> evidence) {
    List<List<WeighedEvidence>> ways = new ArrayList<>();
    for (WeighedEvidence each : evidence) {
      boolean sameRoot = SAME_ROOT.equals(each.leftOut());
      ways.add(List.of(sameRoot ? each.leftOut(null) : each));
    }
    return together(ways);
  }

  /**
   * The ways in which one fact may count, the strongest first: at most one that takes up no root,
   * and the stronger ones that do.
   */
  List<WeighedEvidence> ways(Fact fact) {
    if (fact.left().size() == 1 && fact.right().size() <= 1) {
      Statement right = fact.right().isEmpty() ? null : fact.right().get(0);
      return List.of(weigh(fact, fact.left().get(0), right));
    }
    Map<Set<EntityId>, WeighedEvidence> byRoots = new HashMap<>();
    for (Statement left : fact.left()) {
      if (fact.right().isEmpty()) {
        keepStronger(byRoots, weigh(fact, left, null));
      }
      for (Statement right : fact.right()) {
        keepStronger(byRoots, weigh(fact, left, right));
      }
    }
    WeighedEvidence observed = byRoots.get(Set.of());
    return byRoots.values().stream()
        .filter(way -> observed == null || way.equals(observed) || way.weight() > observed.weight())
        .sorted(STRONGEST_FIRST)
        .toList();
  }

  private static void keepStronger(
      Map<Set<EntityId>, WeighedEvidence> byRoots, WeighedEvidence way) {
    byRoots.merge(way.roots(), way, (a, b) -> STRONGEST_FIRST.compare(a, b) <= 0 ? a : b);
  }

  private WeighedEvidence weigh(Fact fact, Statement left, @Nullable Statement right) {
    if (right == null) {
      return weigh(fact, left.kind(), left.grade(), 0, left.roots(), List.of(left));
    }
    Grade grade = left.grade().compareTo(right.grade()) >= 0 ? left.grade() : right.grade();
    long gap = left.days().gapTo(right.days());
    Set<EntityId> roots = union(left.roots(), right.roots());
    List<Statement> statements = List.of(left, right);
    WeighedEvidence asLeft = weigh(fact, left.kind(), grade, gap, roots, statements);
    if (left.kind().equals(right.kind())) {
      return asLeft;
    }
    WeighedEvidence asRight = weigh(fact, right.kind(), grade, gap, roots, statements);
    return STRONGEST_FIRST.compare(asLeft, asRight) > 0 ? asLeft : asRight;
  }

  private WeighedEvidence weigh(
      Fact fact,
      EvidenceKind stated,
      Grade grade,
      long gap,
      Set<EntityId> roots,
      List<Statement> statements) {
    EvidenceKind kind = atGrade(stated, grade);
    Long external = fact.externalCount();
    long degree = Math.max(fact.degree(), external == null ? kind.minDegree() : external);
    String ruledOut = ruledOut(fact, kind);
    double tau = kind.fading(gap);
    double ratio = ruledOut == null ? kind.likelihoodRatio(degree) : 1;
    double weight = 1 + grade.quality() * tau * (ratio - 1);
    String leftOut =
        ruledOut == null && ratio <= 1 ? "so many share it that it says nothing" : ruledOut;
    return new WeighedEvidence(
        kind,
        fact.type(),
        fact.via(),
        degree,
        gap,
        tau,
        grade,
        grade.quality(),
        ratio,
        weight,
        roots,
        statements,
        leftOut);
  }

  private static @Nullable String ruledOut(Fact fact, EvidenceKind kind) {
    if (fact.ruledOut() != null) {
      return fact.ruledOut();
    }
    if (kind.towardsStateOnly() && fact.type() != LinkType.ORIGINATES_IN) {
      return "it speaks about a State only";
    }
    return kind.copyable() ? fact.ruledOutIfCopyable() : null;
  }

  /** The kind a statement of that kind and grade counts as. */
  public EvidenceKind atGrade(EvidenceKind kind, Grade grade) {
    Grade needed = kind.minGrade();
    String otherwise = kind.otherwise();
    if (needed == null || otherwise == null || grade.atLeast(needed)) {
      return kind;
    }
    return kinds.find(otherwise).orElseThrow();
  }

  private PairWeight together(List<List<WeighedEvidence>> ways) {
    if (ways.stream().allMatch(EvidenceWeigher::takesUpNoRoot)) {
      return weight(ways.stream().map(way -> way.get(0)).toList());
    }
    List<@Nullable WeighedEvidence> chosen = new RootChoice(kinds, ways).best();
    List<WeighedEvidence> evidence = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      WeighedEvidence taken = chosen.get(i);
      if (taken != null) {
        evidence.add(taken);
      } else if (!ways.get(i).isEmpty()) {
        evidence.add(ways.get(i).get(0).leftOut(SAME_ROOT));
      }
    }
    return weight(evidence);
  }

  private static boolean takesUpNoRoot(List<WeighedEvidence> ways) {
    return ways.size() == 1 && ways.get(0).roots().isEmpty();
  }

  private PairWeight weight(List<WeighedEvidence> evidence) {
    List<WeighedEvidence> counted = evidence.stream().filter(WeighedEvidence::counted).toList();
    List<WeighedEvidence> sorted = evidence.stream().sorted(COUNTED_FIRST).toList();
    return new PairWeight(FamilySums.of(kinds, counted), sorted);
  }

  private static Set<EntityId> union(Set<EntityId> a, Set<EntityId> b) {
    if (b.isEmpty() || a.equals(b)) {
      return a;
    }
    if (a.isEmpty()) {
      return b;
    }
    Set<EntityId> both = new HashSet<>(a);
    both.addAll(b);
    return Set.copyOf(both);
  }
}
