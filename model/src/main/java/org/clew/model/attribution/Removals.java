package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.trace.Hop;
import org.clew.model.trace.HopEvidence;
import org.clew.model.trace.Member;

/** Everything that can be taken away from a network of chains, one at a time, and its effect. */
final class Removals {
  private final ChainNetwork network;
  private final double score;
  private final Assumptions assumptions;
  private final AttributionParameters parameters;
  private final Function<EntityId, String> names;
  private final Map<Removal, Carrier> carriers = new LinkedHashMap<>();

  private Removals(
      ChainNetwork network,
      double score,
      Assumptions assumptions,
      AttributionParameters parameters,
      Function<EntityId, String> names) {
    this.network = network;
    this.score = score;
    this.assumptions = assumptions;
    this.parameters = parameters;
    this.names = names;
  }

  /**
   * What the score hangs on, what lowers it most first.
   *
   * @param score S, which nothing that is taken away raises
   * @param assumptions what is never taken away
   * @param severalMembers whether the subject has several members, so that one can be taken away
   * @param crowds accounts and organizations on the chains that run more than a crowd
   * @param names what a reader should see of an entity
   */
  static List<Carrier> of(
      ChainNetwork network,
      double score,
      Assumptions assumptions,
      AttributionParameters parameters,
      boolean severalMembers,
      Set<EntityId> crowds,
      Function<EntityId, String> names) {
    Removals removals = new Removals(network, score, assumptions, parameters, names);
    for (ChainNetwork.Pair pair : network.pairs()) {
      removals.addPair(pair);
    }
    for (EntityId runner : crowds) {
      boolean account = runner.kind() == EntityKind.ACCOUNT;
      String verb = account ? " administers, a crowd" : " operates, a crowd";
      removals.add(
          new Removal.Runner(runner),
          Carrier.Part.ADMINISTRATOR,
          "all that " + names.apply(runner) + verb,
          List.of(runner.value()));
    }
    if (severalMembers) {
      for (Member member : network.members()) {
        removals.add(
            new Removal.OneMember(member.id()),
            Carrier.Part.MEMBER,
            "the member " + names.apply(member.id()),
            List.of(member.id().value()));
      }
    }
    return sorted(removals.carriers.values().stream().toList());
  }

  static List<Carrier> sorted(List<Carrier> carriers) {
    return carriers.stream()
        .sorted(
            Comparator.comparingDouble(Carrier::scoreWithout)
                .thenComparing(Carrier::part)
                .thenComparing(Carrier::fact))
        .toList();
  }

  private void addPair(ChainNetwork.Pair pair) {
    Hop hop = pair.hop();
    Set<EntityId> roots = new TreeSet<>();
    Set<EntityId> crowd = new TreeSet<>();
    for (HopEvidence each : hop.evidence()) {
      WeighedEvidence weight = each.weight();
      if (weight.counted()) {
        addFact(pair, each);
        roots.addAll(weight.roots());
        EntityId via = weight.via();
        if (via != null && weight.degree() > parameters.table().crowd()) {
          crowd.add(via);
        }
      }
    }
    if (!crowd.isEmpty()) {
      add(
          new Removal.Crowd(crowd),
          Carrier.Part.CROWD,
          "all that more than "
              + parameters.table().crowd()
              + " share between "
              + names.apply(hop.from())
              + " and "
              + names.apply(hop.to()),
          values(crowd));
    }
    for (EntityId root : roots) {
      add(
          new Removal.Root(root),
          Carrier.Part.ROOT,
          "all that was reported from " + root,
          List.of(root.value()));
    }
  }

  private void addFact(ChainNetwork.Pair pair, HopEvidence evidence) {
    WeighedEvidence weight = evidence.weight();
    EntityId via = weight.via();
    if (via != null) {
      String clause =
          "the " + weight.kind().sentence().replaceFirst("^the ", "") + " " + value(via);
      add(new Removal.Indicator(via), Carrier.Part.INDICATOR, clause, List.of(via.value()));
      return;
    }
    if (assumptions.include(evidence)) {
      return;
    }
    Link link = evidence.statements().get(0);
    List<String> ids = evidence.statements().stream().map(Link::id).distinct().sorted().toList();
    add(
        new Removal.Relationship(pair.ends(), weight.type()),
        Carrier.Part.RELATION,
        clause(link, names),
        ids);
  }

  /** A relation as a clause. */
  static String clause(Link link, Function<EntityId, String> names) {
    String verb =
        switch (link.type()) {
          case EMPLOYS -> "employs";
          case OPERATES -> "operates";
          case OWNS -> "owns";
          case ADMINISTERS -> "administers";
          case PUBLISHES_ON -> "publishes on";
          case DECLARES -> "declares";
          case SUBDOMAIN_OF -> "is a host under";
          case SAME_AS -> "is the same as";
          case ORIGINATES_IN -> "originates in";
          default -> link.type().name();
        };
    return "that " + names.apply(link.from()) + " " + verb + " " + names.apply(link.to());
  }

  private void add(Removal removal, Carrier.Part part, String clause, List<String> ids) {
    if (!carriers.containsKey(removal)) {
      double left = Math.min(score, network.without(removal).value());
      carriers.put(removal, new Carrier(part, clause, ids, left));
    }
  }

  private static List<String> values(Set<EntityId> ids) {
    List<String> values = new ArrayList<>();
    ids.forEach(id -> values.add(id.value()));
    return values;
  }

  private static String value(EntityId indicator) {
    String local = indicator.local();
    return local.substring(local.indexOf(':') + 1);
  }

  /** The accounts on chains through which administration passes. */
  static Set<EntityId> administrators(ChainNetwork network) {
    Set<EntityId> accounts = new TreeSet<>();
    for (ChainNetwork.Pair pair : network.pairs()) {
      boolean administers =
          pair.hop().facts().stream().anyMatch(fact -> fact.type() == LinkType.ADMINISTERS);
      for (EntityId end : List.of(pair.hop().from(), pair.hop().to())) {
        if (administers && end.kind() == EntityKind.ACCOUNT) {
          accounts.add(end);
        }
      }
    }
    return accounts;
  }
}
