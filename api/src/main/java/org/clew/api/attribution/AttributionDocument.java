package org.clew.api.attribution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.api.trace.TraceDocument.ChainDocument;
import org.clew.api.trace.TraceDocument.HopDocument;
import org.clew.api.trace.TraceDocument.Method;
import org.clew.api.trace.TraceDocument.StatementDocument;
import org.clew.model.attribution.Confidence;
import org.clew.model.entity.EntityId;
import org.clew.model.trace.PriorScore;
import org.clew.model.trace.SkippedHub;
import org.jspecify.annotations.Nullable;

/**
 * What may be concluded about a subject, as a document.
 *
 * @param asOf only what was known then; null for all
 * @param method versions of the tables of kinds and verdicts, and the parameters
 * @param members from how many members chains may start
 * @param candidates whoever anything speaks for, the strongest first
 * @param origins States, the strongest first
 * @param assessedAs what others concluded: quoted input, never a verdict
 * @param assessedAsRoots the roots those conclusions come from
 * @param assumptions what is taken as given
 * @param amplification the test of whose content it spreads; null where nothing was loaded for it
 * @param leads pairs too weak for a chain, the heaviest first
 * @param truncated {@code {"reason": …}} when a budget cut the search; null when it is complete
 * @param rejectedRows rows that loads rejected and that are therefore missing from all this
 */
public record AttributionDocument(
    EntityId subject,
    String name,
    @Nullable LocalDate asOf,
    long graphVersion,
    Method method,
    MembersDocument members,
    List<CandidateDocument> candidates,
    List<OriginDocument> origins,
    List<ConclusionDocument> assessedAs,
    Set<EntityId> assessedAsRoots,
    List<String> assumptions,
    @Nullable AmplificationDocument amplification,
    List<HopDocument> leads,
    List<SkippedHub> skippedHubs,
    @Nullable Map<String, String> truncated,
    long rejectedRows) {

  /**
   * The members.
   *
   * @param total all that are named
   * @param starting those that surely enough belong, from which chains may start
   */
  public record MembersDocument(int total, int starting) {}

  /** One candidate under both hypotheses. */
  public record CandidateDocument(
      OutletDocument outlet,
      AssessmentDocument control,
      @Nullable ReachDocument amplification,
      List<RivalDocument> rivals,
      VerdictDocument verdict) {}

  /**
   * Who may be behind it.
   *
   * @param stateRelationSources who says what a State has to do with it: input, never computed
   * @param operator whether all that is known of it is that it runs assets or people itself
   */
  public record OutletDocument(
      EntityId id,
      String name,
      @Nullable String state,
      String stateRelation,
      Set<EntityId> stateRelationSources,
      boolean operator) {

    /** Its name with what a State has to do with it, as in "Press TV (IR, state-controlled)". */
    public String heading() {
      String of = state == null ? stateRelation : state + ", " + stateRelation;
      return name + " (" + (operator ? "operator" : of) + ")";
    }
  }

  /**
   * The evidence of control.
   *
   * @param score S
   * @param error half width of the 95 % interval where S was simulated; 0 where it is exact
   * @param scores S at other prior odds
   * @param weakest K
   * @param independentChains chains that share no entity between, no indicator and no root
   * @param linkedMembers members from which these chains start
   * @param roots roots of what is only reported
   * @param families families of the evidence that counts
   * @param chains the best chains; their union is scored
   * @param carriedBy what the score hangs on, what lowers it most first
   */
  public record AssessmentDocument(
      double score,
      double error,
      List<PriorScore> scores,
      double weakest,
      int independentChains,
      int linkedMembers,
      Set<EntityId> roots,
      Set<String> families,
      List<ChainDocument> chains,
      List<CarrierDocument> carriedBy) {}

  /** One thing the score hangs on; its ids can be given to {@code --without}. */
  public record CarrierDocument(String part, String fact, List<String> ids, double scoreWithout) {}

  /**
   * How far the subject reaches an outlet.
   *
   * @param members members that do; acts for a single account
   * @param rank {@code {"rank", "matched"}} among matched accounts; null where there are none
   * @param spreadFirst who spread the other's content first: subject or outlet; null where the
   *     dates do not tell
   * @param paths the links of both directions in time order, undated ones last
   */
  public record ReachDocument(
      long members,
      double expected,
      double effect,
      double pValue,
      double qValue,
      @Nullable Map<String, Integer> rank,
      @Nullable String spreadFirst,
      List<PathDocument> paths) {}

  /**
   * A link by which one spreads the other's content.
   *
   * @param by subject or outlet
   * @param delaySeconds since the first of the links, in whole days where one of the two is only
   *     known to the day; null where one is not even that
   */
  public record PathDocument(
      String by, @Nullable Long delaySeconds, long count, StatementDocument statement) {}

  /** Another explanation; id null for nobody. */
  public record RivalDocument(
      @Nullable EntityId id, String name, double score, boolean sameController) {}

  /** What may be concluded; likelihood null where the evidence is insufficient. */
  public record VerdictDocument(
      String relation,
      String confidence,
      @Nullable String likelihood,
      List<String> because,
      List<String> wouldChange) {
    private static final Set<String> SURE =
        Set.of(Confidence.MODERATE.word(), Confidence.HIGH.word());

    /**
     * The likelihood for people. Below moderate it is that of evidence not yet sure enough,
     * whatever the relation, and they are told so.
     */
    public @Nullable String conditionalLikelihood() {
      return likelihood == null || SURE.contains(confidence)
          ? likelihood
          : likelihood + ", if what it rests on holds";
    }
  }

  /**
   * A State it may be operated from.
   *
   * @param lambda Λ of all that is said of the subject and its members
   */
  public record OriginDocument(
      EntityId state,
      double lambda,
      AssessmentDocument origin,
      List<OriginFactDocument> evidence,
      List<RivalDocument> rivals,
      VerdictDocument verdict) {}

  /** One thing that says where it is operated from. */
  public record OriginFactDocument(
      EntityId about,
      String aboutName,
      String kind,
      double weight,
      boolean counted,
      @Nullable String leftOut,
      List<StatementDocument> statements) {}

  /** What somebody else concluded. */
  public record ConclusionDocument(
      EntityId about, String statement, EntityId source, String grade) {}

  /**
   * The test of amplification.
   *
   * @param members members that reach anything
   * @param byActs whether acts were counted, as for a single account
   * @param links links of the layer
   * @param tested outlets tested
   * @param lessThanExpected outlets reached less than by chance
   */
  public record AmplificationDocument(
      int members,
      boolean byActs,
      long links,
      int tested,
      List<ReachedLessDocument> lessThanExpected) {}

  /** An outlet the subject reaches less than by chance. */
  public record ReachedLessDocument(
      EntityId outlet, long members, double expected, double pValue, double qValue) {}
}
