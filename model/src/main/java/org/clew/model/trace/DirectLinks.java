package org.clew.model.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.Statement;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/** The direct relations between two entities, put together to facts. */
final class DirectLinks {
  private static final String TWO_WAY = "declaration/two-way";

  private final Map<LinkType, List<Statement>> outgoing = new EnumMap<>(LinkType.class);
  private final Map<LinkType, List<Statement>> incoming = new EnumMap<>(LinkType.class);

  /** The statements of one type in one direction. */
  List<Statement> of(LinkType type, boolean out) {
    return (out ? outgoing : incoming).computeIfAbsent(type, key -> new ArrayList<>());
  }

  List<Fact> facts(NodeFacts node, NodeFacts other, @Nullable String copied) {
    List<Fact> facts = new ArrayList<>();
    addDeclarations(facts, copied);
    outgoing.forEach((type, all) -> add(facts, type, all, ruledOut(type, node, other), copied));
    incoming.forEach((type, all) -> add(facts, type, all, ruledOut(type, other, node), copied));
    return facts;
  }

  /** A declaration needs both sides, but for one that names a kind of its own: an admission. */
  private void addDeclarations(List<Fact> facts, @Nullable String copied) {
    List<Statement> out = takeMutual(of(LinkType.DECLARES, true));
    List<Statement> in = takeMutual(of(LinkType.DECLARES, false));
    if (!out.isEmpty() && !in.isEmpty()) {
      facts.add(fact(LinkType.DECLARES, out, in, null, copied));
    } else if (!out.isEmpty() || !in.isEmpty()) {
      List<Statement> alone = out.isEmpty() ? in : out;
      facts.add(fact(LinkType.DECLARES, alone, List.of(), "only one side declares it", copied));
    }
  }

  private static List<Statement> takeMutual(List<Statement> declarations) {
    List<Statement> mutual = declarations.stream().filter(each -> isTwoWay(each.kind())).toList();
    declarations.removeAll(mutual);
    return mutual;
  }

  private static boolean isTwoWay(EvidenceKind kind) {
    return kind.id().equals(TWO_WAY);
  }

  private static void add(
      List<Fact> facts,
      LinkType type,
      List<Statement> statements,
      @Nullable String ruledOut,
      @Nullable String copied) {
    if (!statements.isEmpty()) {
      facts.add(fact(type, statements, List.of(), ruledOut, copied));
    }
  }

  private static Fact fact(
      LinkType type,
      List<Statement> left,
      List<Statement> right,
      @Nullable String ruledOut,
      @Nullable String copied) {
    return new Fact(type, null, Fact.DIRECT_DEGREE, null, left, right, ruledOut, copied);
  }

  /** What a platform, a shortener or a noise host is joined to says nothing about its owner. */
  static @Nullable String ruledOut(LinkType type, NodeFacts from, NodeFacts to) {
    if (type != LinkType.SUBDOMAIN_OF && type != LinkType.PUBLISHES_ON) {
      return null;
    }
    if (to.notItsOwn() != null) {
      return to.notItsOwn();
    }
    String noise = to.noise();
    if (type == LinkType.SUBDOMAIN_OF && noise != null) {
      return "the host is noise: " + noise;
    }
    return type == LinkType.SUBDOMAIN_OF ? from.notItsOwn() : null;
  }
}
