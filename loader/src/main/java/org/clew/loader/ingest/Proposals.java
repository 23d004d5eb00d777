package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.List;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.claim.ClaimFinder;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;

/** The claims that a load together with what was there before gives occasion to propose. */
final class Proposals {
  private final Claims claims;
  private final ClaimDecisions decisions;

  /**
   * The proposals for a graph.
   *
   * @param decisions what was decided on claims that may come back
   */
  Proposals(GraphStore store, ClaimDecisions decisions) {
    this.claims = new Claims(store);
    this.decisions = decisions;
  }

  void propose(Statements statements) {
    claims.propose(decisions.taken(statements.claims()));
    if (!statements.header().verbatim()) {
      find(statements.facts());
    }
  }

  private void find(Facts facts) {
    List<Link> sites = new ArrayList<>(claims.outletSites());
    List<Entity> entities = new ArrayList<>(claims.namedEntities());
    boolean newSites = facts.links().stream().anyMatch(l -> l.type() == LinkType.PUBLISHES_ON);
    if (newSites) {
      entities.addAll(claims.domains());
    } else {
      facts.entities().stream()
          .map(StatedEntity::entity)
          .filter(entity -> entity.kind() == EntityKind.DOMAIN)
          .forEach(entities::add);
    }
    claims.propose(decisions.taken(ClaimFinder.find(entities, sites, Claims.PROPOSALS)));
    claims.propose(decisions.taken(new HandleClaims(claims).of(facts)));
  }
}
