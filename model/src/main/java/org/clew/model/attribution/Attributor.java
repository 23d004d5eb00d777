package org.clew.model.attribution;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.trace.Chain;
import org.clew.model.trace.EvidenceGraph;
import org.clew.model.trace.Hop;
import org.clew.model.trace.Member;
import org.clew.model.trace.SkippedHub;
import org.clew.model.trace.Trace;
import org.clew.model.trace.TraceParameters;
import org.clew.model.trace.Tracer;
import org.clew.model.trace.Truncation;
import org.jspecify.annotations.Nullable;

/**
 * Weighs every candidate under both hypotheses, control and amplification, and says what may be
 * concluded. Equal inputs give equal results.
 *
 * <p>A chain ends at the first candidate it reaches. It goes on only upwards, to who owns or
 * controls that candidate: what an owner's outlet does speaks for the owner too, but what reaches
 * an owner speaks for none of its outlets, and what reaches one outlet does not speak for its
 * sisters. Chains pass through an operator, who may work for another: what is found of it and what
 * is found of the one it leads to do not exclude each other.
 */
public final class Attributor {
  private static final int RIVALS = 5;

  private final Clock clock;

  /**
   * An attributor.
   *
   * @param clock what the time budget of each trace is measured by
   */
  public Attributor(Clock clock) {
    this.clock = clock;
  }

  /**
   * Attributes a subject.
   *
   * @param amplification the test of whose content it spreads; null where there is no layer
   */
  public Attribution attribute(
      EvidenceGraph graph,
      AttributionCase subject,
      @Nullable Amplification amplification,
      AttributionParameters parameters) {
    return new Run(graph, subject, amplification, parameters).attribution();
  }

  private final class Run {
    private final EvidenceGraph graph;
    private final AttributionCase subject;
    private final @Nullable Amplification amplification;
    private final AttributionParameters parameters;
    private final Tracer tracer;
    private final boolean severalMembers;
    private final ControlAssessor assessor;
    private final Map<EntityId, Candidate> byId = new TreeMap<>();
    private final Map<EntityId, SkippedHub> hubs = new TreeMap<>();
    private @Nullable Truncation truncated;

    Run(
        EvidenceGraph graph,
        AttributionCase subject,
        @Nullable Amplification amplification,
        AttributionParameters parameters) {
      this.graph = graph;
      this.subject = subject;
      this.amplification = amplification;
      this.parameters = parameters;
      this.tracer = new Tracer(parameters.kinds(), clock);
      this.severalMembers =
          subject.subject().kind() == EntityKind.CLUSTER && subject.members().size() > 1;
      this.assessor = new ControlAssessor(graph, parameters, severalMembers);
      subject.candidates().forEach(candidate -> byId.put(candidate.id(), candidate));
    }

    Attribution attribution() {
      TraceParameters search = search().withSelection(TraceParameters.Selection.BEST_PER_TARGET);
      Trace overview = trace(search.withTargets(subject.outlets()));
      Set<EntityId> reached = new HashSet<>();
      overview.chains().forEach(chain -> reached.add(chain.target()));
      operatorsReached(search).forEach(chain -> reached.add(chain.target()));
      Map<Candidate, Assessment> control = new LinkedHashMap<>();
      for (Candidate candidate : subject.candidates()) {
        List<Chain> chains = reached.contains(candidate.id()) ? chains(candidate) : List.of();
        if (!chains.isEmpty() || reach(candidate) != null) {
          control.put(candidate, assessor.assess(chains));
        }
      }
      return new Attribution(
          subject,
          parameters,
          starting().size(),
          findings(control),
          origins(),
          amplification,
          overview.leads(),
          List.copyOf(hubs.values()),
          truncated,
          graph.version());
    }

    /** Searched for apart: there may be many of them, and a search has a budget. */
    private List<Chain> operatorsReached(TraceParameters search) {
      List<EntityId> operators =
          subject.candidates().stream().filter(Candidate::operator).map(Candidate::id).toList();
      return operators.isEmpty()
          ? List.of()
          : trace(search.withTargets(operators).withLeads(0)).chains();
    }

    private List<Member> starting() {
      return subject.members().stream()
          .filter(member -> member.probability() >= Member.STARTS_FROM)
          .toList();
    }

    private TraceParameters search() {
      TraceParameters of = parameters.search();
      return new TraceParameters(
          subject.members(),
          List.of(),
          TraceParameters.Selection.BEST,
          parameters.table().chains(),
          of.hops(),
          of.floor(),
          of.degreeCeiling(),
          of.leads(),
          of.asOf(),
          of.trust(),
          of.without(),
          of.timeBudget(),
          of.nodeBudget());
    }

    private Trace trace(TraceParameters search) {
      Trace trace = tracer.trace(graph, search);
      trace.skippedHubs().forEach(hub -> hubs.put(hub.id(), hub));
      truncated = truncated == null ? trace.truncated() : truncated;
      return trace;
    }

    private List<Chain> chains(Candidate candidate) {
      Set<String> without = new HashSet<>(parameters.search().without());
      Set<EntityId> members = new HashSet<>();
      subject.members().forEach(member -> members.add(member.id()));
      for (Candidate other : subject.candidates()) {
        boolean below = other.isBelow(candidate.id());
        if (!below && !other.operator() && !members.contains(other.id())) {
          without.add(other.id().value());
        }
      }
      return trace(search().withTargets(List.of(candidate.id())).withLeads(0).withWithout(without))
          .chains();
    }

    private @Nullable Reach reach(Candidate candidate) {
      return amplification == null ? null : amplification.of(candidate.id()).orElse(null);
    }

    private List<CandidateFinding> findings(Map<Candidate, Assessment> control) {
      Verdicts verdicts = new Verdicts(subject, parameters, starting().size(), assessor::name);
      List<CandidateFinding> findings = new ArrayList<>();
      control.forEach(
          (candidate, assessment) -> {
            List<Rival> rivals = rivals(candidate, control);
            Reach reach = reach(candidate);
            findings.add(
                new CandidateFinding(
                    candidate,
                    assessment,
                    reach,
                    rivals,
                    verdicts.ofCandidate(
                        candidate,
                        assessment,
                        ofThen(candidate, assessment),
                        reach,
                        rivals,
                        control)));
          });
      findings.sort(
          Comparator.comparingDouble((CandidateFinding each) -> -each.control().score().value())
              .thenComparing(
                  each -> each.amplification() == null ? 1 : each.amplification().pValue())
              .thenComparing(each -> each.candidate().id()));
      return findings;
    }

    /** What speaks for control in the time when a State still held the candidate. */
    private @Nullable Assessment ofThen(Candidate candidate, Assessment assessment) {
      FormerControl formerly = candidate.formerly();
      return formerly == null ? null : assessor.assess(formerly.of(assessment.chains()));
    }

    private List<Rival> rivals(Candidate candidate, Map<Candidate, Assessment> control) {
      List<Rival> rivals = new ArrayList<>();
      control.forEach(
          (other, assessment) -> {
            if (!other.equals(candidate)
                && assessment.score().value() > 0
                && !isBetween(candidate, assessment)
                && !isBetween(other, control.get(candidate))) {
              boolean same = candidate.sharesControllerWith(other);
              rivals.add(new Rival(other.id(), other.name(), assessment.score().value(), same));
            }
          });
      return withNobody(rivals);
    }

    /**
     * Whether all chains leave the subject through an operator, who may then work for that other,
     * or that other is part of the subject itself.
     */
    private boolean isBetween(Candidate operator, @Nullable Assessment toOther) {
      return operator.operator()
          && toOther != null
          && !toOther.chains().isEmpty()
          && toOther.chains().stream().allMatch(chain -> leavesBy(operator, chain));
    }

    private boolean leavesBy(Candidate operator, Chain chain) {
      boolean left = chain.hops().isEmpty();
      for (Hop hop : chain.hops().subList(0, Math.max(0, chain.hops().size() - 1))) {
        left = operator.isAt(hop.to()) || (left && !isMember(hop.to()));
      }
      return left;
    }

    private boolean isMember(EntityId id) {
      return subject.members().stream().anyMatch(member -> member.id().equals(id));
    }

    private List<Rival> withNobody(List<Rival> rivals) {
      List<Rival> strongest =
          new ArrayList<>(
              rivals.stream()
                  .sorted(
                      Comparator.comparing(Rival::sameController)
                          .thenComparing(rival -> -rival.score())
                          .thenComparing(Rival::name))
                  .limit(RIVALS)
                  .toList());
      double odds = parameters.kinds().priorOdds();
      strongest.add(new Rival(null, "nobody", odds / (1 + odds), false));
      return strongest;
    }

    private List<OriginFinding> origins() {
      OriginAssessor ofOrigin = new OriginAssessor(parameters);
      Map<EntityId, Assessment> assessed = new LinkedHashMap<>();
      subject
          .origins()
          .forEach(
              (state, facts) -> assessed.put(state, ofOrigin.assess(state, facts, severalMembers)));
      Verdicts verdicts = new Verdicts(subject, parameters, starting().size(), assessor::name);
      List<OriginFinding> findings = new ArrayList<>();
      subject
          .origins()
          .forEach(
              (state, facts) -> {
                Assessment assessment = ofOrigin.assess(state, facts, severalMembers);
                List<Rival> rivals = rivalStates(state, assessed);
                findings.add(
                    new OriginFinding(
                        state,
                        facts,
                        ofOrigin.weigh(facts),
                        assessment,
                        rivals,
                        verdicts.ofOrigin(state, assessment, rivals)));
              });
      findings.sort(
          Comparator.comparingDouble((OriginFinding each) -> -each.weight().lambda())
              .thenComparing(OriginFinding::state));
      return findings;
    }

    private List<Rival> rivalStates(EntityId state, Map<EntityId, Assessment> assessed) {
      List<Rival> rivals = new ArrayList<>();
      assessed.forEach(
          (other, assessment) -> {
            if (!other.equals(state)) {
              rivals.add(new Rival(other, other.local(), assessment.score().value(), false));
            }
          });
      return withNobody(rivals);
    }
  }
}
