package org.clew.model.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.EvidenceWeigher;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.PairWeight;
import org.clew.model.evidence.Statement;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/**
 * Reads all facts that may tie two entities, and weighs them. Of the first the adjacency must be
 * ensured and of its indicators too, where they are not above the ceiling; the second needs facts
 * only.
 */
final class PairReader {
  /** What a host's own name proves needs nobody's word. */
  private static final Grade PROVEN = new Grade('A', 1);

  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final EvidenceWeigher weigher;
  private final StatementFilter filter;
  private final Impersonation impersonation;
  private final int degreeCeiling;
  private final Map<Integer, Optional<EvidenceKind>> kindOf = new HashMap<>();

  PairReader(EvidenceGraph graph, EvidenceKinds kinds, StatementFilter filter, int degreeCeiling) {
    this.graph = graph;
    this.kinds = kinds;
    this.weigher = new EvidenceWeigher(kinds);
    this.filter = filter;
    this.impersonation = new Impersonation(graph, degreeCeiling);
    this.degreeCeiling = degreeCeiling;
  }

  /**
   * Makes what is asked of pairs available at once.
   *
   * @param others the second nodes of the pairs by the first; facts of all of them are there
   */
  void prepare(Map<Integer, int[]> others) {
    impersonation.prepare(others);
  }

  /** What ties the two while they were whose they are at the ends of a chain. */
  PairWeight read(int node, DaySpan window, int other, DaySpan otherWindow) {
    PairWeight weight = weigher.weigh(facts(node, window, other, otherWindow, null));
    if (weight.evidence().stream().noneMatch(each -> each.counted() && each.kind().copyable())) {
      return weight;
    }
    String copied = impersonation.reason(node, other);
    return copied == null ? weight : weigher.weigh(facts(node, window, other, otherWindow, copied));
  }

  /** What these facts weigh together. */
  PairWeight weigh(List<Fact> facts) {
    return weigher.weigh(facts);
  }

  /** The facts that may tie the two, each once; what is copied is ruled out. */
  List<Fact> facts(int node, DaySpan window, int other, DaySpan otherWindow) {
    return facts(node, window, other, otherWindow, impersonation.reason(node, other));
  }

  private List<Fact> facts(
      int node, DaySpan window, int other, DaySpan otherWindow, @Nullable String copied) {
    List<Fact> facts = new ArrayList<>();
    Adjacency links = graph.adjacency(node);
    for (int i = 0; i < links.size(); i = next(links, i)) {
      if (isUse(links, i)) {
        addShared(facts, links, i, window, other, otherWindow, copied);
      }
    }
    addDirect(facts, links, node, window, other, otherWindow, copied);
    String benign = benign(node, other);
    return benign == null ? facts : facts.stream().map(each -> each.ruledOutBy(benign)).toList();
  }

  private @Nullable String benign(int node, int other) {
    for (int end : new int[] {node, other}) {
      NodeFacts about = graph.facts(end);
      if (about.benign() != null) {
        return about.name() + " was marked benign: " + about.benign();
      }
    }
    return null;
  }

  static boolean isUse(Adjacency links, int index) {
    return links.type(index) == LinkType.USES && links.outgoing(index);
  }

  static int next(Adjacency links, int index) {
    int neighbour = links.neighbour(index);
    int next = index + 1;
    while (next < links.size() && links.neighbour(next) == neighbour) {
      next++;
    }
    return next;
  }

  private void addShared(
      List<Fact> facts,
      Adjacency links,
      int index,
      DaySpan window,
      int other,
      DaySpan otherWindow,
      @Nullable String copied) {
    int indicator = links.neighbour(index);
    if (!filter.keepsNode(indicator) || graph.isAbove(indicator, degreeCeiling)) {
      return;
    }
    Adjacency users = graph.adjacency(indicator);
    int found = users.firstAtLeast(other);
    if (found == users.size() || users.neighbour(found) != other) {
      return;
    }
    EntityId via = graph.id(indicator);
    Optional<EvidenceKind> kind = kindOf.computeIfAbsent(indicator, key -> kinds.ofIndicator(via));
    List<Statement> left = uses(links, index, kind, window);
    List<Statement> right = uses(users, found, kind, otherWindow);
    if (!left.isEmpty() && !right.isEmpty()) {
      NodeFacts about = graph.facts(indicator);
      facts.add(
          new Fact(
              LinkType.USES,
              via,
              graph.degree(indicator),
              about.externalCount(),
              left,
              right,
              worthless(about),
              copied));
    }
  }

  private static @Nullable String worthless(NodeFacts indicator) {
    if (indicator.noise() != null) {
      return "it is noise: " + indicator.noise();
    }
    return indicator.benign() == null ? null : "it was marked benign: " + indicator.benign();
  }

  private List<Statement> uses(
      Adjacency links, int index, Optional<EvidenceKind> kind, DaySpan window) {
    List<Statement> statements = new ArrayList<>();
    for (int i = index; i < next(links, index); i++) {
      if (links.type(i) == LinkType.USES) {
        addStatement(statements, links, i, kind, links.grade(i), window);
      }
    }
    return statements;
  }

  private void addDirect(
      List<Fact> facts,
      Adjacency links,
      int node,
      DaySpan window,
      int other,
      DaySpan otherWindow,
      @Nullable String copied) {
    int from = links.firstAtLeast(other);
    if (from == links.size() || links.neighbour(from) != other) {
      return;
    }
    DirectLinks direct = new DirectLinks();
    for (int i = from; i < next(links, from); i++) {
      if (links.days(i).meets(window) && links.days(i).meets(otherWindow)) {
        Optional<EvidenceKind> kind = kinds.ofRelation(links.type(i));
        Grade grade = grade(links, i, node, other);
        addStatement(
            direct.of(links.type(i), links.outgoing(i)), links, i, kind, grade, DaySpan.UNKNOWN);
      }
    }
    facts.addAll(direct.facts(graph.facts(node), graph.facts(other), copied));
  }

  private Grade grade(Adjacency links, int index, int node, int other) {
    if (links.type(index) != LinkType.SUBDOMAIN_OF) {
      return links.grade(index);
    }
    String child = graph.id(links.outgoing(index) ? node : other).local();
    String parent = graph.id(links.outgoing(index) ? other : node).local();
    return child.endsWith("." + parent) ? PROVEN : links.grade(index);
  }

  private void addStatement(
      List<Statement> statements,
      Adjacency links,
      int index,
      Optional<EvidenceKind> kind,
      Grade grade,
      DaySpan window) {
    String named = links.evidenceKind(index);
    Optional<EvidenceKind> own = named == null ? kind : kinds.find(named).or(() -> kind);
    DaySpan days = links.days(index);
    if (own.isPresent() && days.meets(window) && filter.keeps(links, index)) {
      EntityId source = graph.source(links.source(index)).id();
      Set<EntityId> roots =
          links.reported(index) ? graph.provenance().roots(source) : Set.<EntityId>of();
      statements.add(
          new Statement(links.relationship(index), own.get(), source, grade, days, roots));
    }
  }
}
