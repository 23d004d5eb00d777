package org.clew.api.trace;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.api.entity.EntityDocument;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.trace.PriorScore;
import org.clew.model.trace.SkippedHub;
import org.jspecify.annotations.Nullable;

/**
 * A trace as a document.
 *
 * @param from the subject
 * @param to what was to be reached: an entity's id or {@code state-media}
 * @param hypothesis control or amplification
 * @param asOf only evidence known then; null for all
 * @param graphVersion version of the graph that was read
 * @param method version of the table of evidence kinds and the parameters
 * @param chains the strongest first
 * @param leads pairs too weak for a chain, the heaviest first
 * @param claims that two entities are the same: to be checked, never evidence before an analyst
 *     accepts them
 * @param skippedHubs what had too many neighbours to be passed through
 * @param truncated {@code {"reason": …}} when a budget cut the search; null when it is complete
 * @param rejectedRows rows that loads rejected and that are therefore missing from all this
 * @param amplifies where no chain of control was found, whether a link of amplification leads from
 *     the subject straight to a target; null where that was not asked
 */
public record TraceDocument(
    EntityDocument from,
    String to,
    String hypothesis,
    @Nullable LocalDate asOf,
    long graphVersion,
    Method method,
    List<ChainDocument> chains,
    List<HopDocument> leads,
    List<ClaimDocument> claims,
    List<SkippedHub> skippedHubs,
    @Nullable Map<String, String> truncated,
    long rejectedRows,
    @Nullable Boolean amplifies) {

  /** All entities and counted indicators on the chains, with the outlets they end at. */
  public Set<EntityId> entitiesOnChains() {
    Set<EntityId> entities = new TreeSet<>();
    for (ChainDocument chain : chains) {
      entities.addAll(List.of(chain.member().id(), chain.target().id()));
      chain.assumptions().forEach(a -> entities.addAll(List.of(a.outlet(), a.asset())));
      for (HopDocument hop : chain.hops()) {
        entities.addAll(List.of(hop.from(), hop.to()));
        for (EvidenceDocument evidence : hop.evidence()) {
          EntityId via = evidence.via();
          if (via != null && evidence.counted()) {
            entities.add(via);
          }
        }
      }
    }
    return entities;
  }

  /** Which version of the method, with which parameters. */
  public record Method(String version, Map<String, Object> parameters) {}

  /**
   * A path of evidence of one hypothesis.
   *
   * @param from id of the member it starts at
   * @param to id of the target it reaches
   * @param score the probability of the member times those of all hops
   * @param scores the same for other prior odds; empty for amplification, whose scores rest on the
   *     grades of the sources alone
   * @param member where it starts, with the probability that it belongs to the subject
   * @param target what it reaches
   * @param hops its steps; none where the member is the target's own
   * @param assumptions why an end counts as an outlet's own
   * @param cypher shows the chain in Neo4j Browser
   */
  public record ChainDocument(
      EntityId from,
      EntityId to,
      double score,
      List<PriorScore> scores,
      MemberDocument member,
      EntityDocument target,
      List<HopDocument> hops,
      List<AssumptionDocument> assumptions,
      String cypher) {}

  /** A member of the subject. */
  public record MemberDocument(EntityId id, String name, double probability) {}

  /**
   * A step from one asset to the next.
   *
   * @param lambda Λ, the decimal logarithm of what all counted evidence weighs
   * @param probability p at prior odds of 1 to 100; for amplification, the quality of the best
   *     grade
   */
  public record HopDocument(
      EntityId from,
      String fromName,
      EntityId to,
      String toName,
      List<EvidenceDocument> evidence,
      double lambda,
      double probability,
      String sentence) {}

  /**
   * One fact behind a hop, with every number of its weight.
   *
   * @param kind evidence kind it counts as
   * @param relation USES for a shared indicator, else the type of the direct relation
   * @param via the indicator; null for a direct relation
   * @param viaName the indicator's value; null likewise
   * @param likelihoodRatio LR = max(1, c / (degree-1)^w)
   * @param weight LR′ = 1 + quality·tau·(LR-1)
   * @param counted whether it is part of Λ
   * @param leftOut why it is not; null where it is
   * @param source the first source that states it
   * @param sourceTitle its title
   * @param sources all of them
   */
  public record EvidenceDocument(
      String kind,
      String family,
      LinkType relation,
      @Nullable EntityId via,
      @Nullable String viaName,
      double c,
      double w,
      long degree,
      long gapDays,
      double tau,
      String grade,
      double quality,
      double likelihoodRatio,
      double weight,
      boolean counted,
      @Nullable String leftOut,
      EntityId source,
      String sourceTitle,
      List<EntityId> sources,
      @Nullable String firstSeen,
      @Nullable String lastSeen,
      List<StatementDocument> statements) {}

  /** One link that states a fact. */
  public record StatementDocument(
      String id,
      EntityId from,
      LinkType type,
      EntityId to,
      EntityId source,
      String basis,
      @Nullable String grade,
      @Nullable String firstSeen,
      @Nullable String lastSeen,
      List<String> evidence,
      @Nullable String note) {}

  /** That an asset is an outlet's own. */
  public record AssumptionDocument(
      EntityId outlet,
      String outletName,
      EntityId asset,
      String assetName,
      String sentence,
      List<StatementDocument> statements) {}

  /** That two entities may be the same. */
  public record ClaimDocument(
      String id, EntityId from, EntityId to, EntityId source, String status, String reason) {}
}
