package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.trace.Chain;
import org.clew.model.trace.Hop;
import org.clew.model.trace.HopEvidence;
import org.clew.model.trace.IdentityTie;

/**
 * Which relations on chains are assumptions: that an asset is somebody's own. That two are the same
 * is a claim, and so is that a part of the subject itself belongs to somebody: just that is asked.
 */
final class Assumptions {
  private static final String IDENTITY = "identity";

  private final Set<EntityId> subject = new HashSet<>();

  /** Of the subject from whose members, or what is their own, these chains start. */
  Assumptions(List<Chain> chains) {
    for (Chain chain : chains) {
      subject.add(chain.member().id());
      chain.hops().stream().limit(1).forEach(hop -> subject.add(hop.from()));
    }
  }

  /** Whether evidence is taken as given and so never taken away. */
  boolean include(HopEvidence evidence) {
    WeighedEvidence weight = evidence.weight();
    return weight.via() == null
        && weight.kind().family().equals(IDENTITY)
        && weight.type() != LinkType.SAME_AS
        && !subject.contains(asset(evidence.statements().get(0)));
  }

  /** The chain with the assumptions on its way added to those at its ends. */
  Chain listed(Chain chain) {
    List<IdentityTie> ties = new ArrayList<>(chain.assumptions());
    for (Hop hop : chain.hops()) {
      hop.evidence().stream()
          .filter(each -> each.weight().counted() && include(each))
          .map(Assumptions::tie)
          .filter(tie -> !ties.contains(tie))
          .forEach(ties::add);
    }
    return new Chain(
        chain.member(),
        chain.target(),
        chain.score(),
        chain.scores(),
        chain.hops(),
        ties,
        chain.passages());
  }

  private static IdentityTie tie(HopEvidence evidence) {
    Link link = evidence.statements().get(0);
    EntityId asset = asset(link);
    EntityId owner = asset.equals(link.to()) ? link.from() : link.to();
    DaySpan days = DaySpan.of(link.firstSeen(), link.lastSeen());
    return new IdentityTie(owner, asset, days, evidence.statements());
  }

  /** A host belongs to the domain above it; elsewhere what is pointed at belongs to who points. */
  private static EntityId asset(Link link) {
    return link.type() == LinkType.SUBDOMAIN_OF ? link.from() : link.to();
  }
}
