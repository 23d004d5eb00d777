package org.clew.api.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clew.api.attribution.AttributionDocument.AmplificationDocument;
import org.clew.api.attribution.AttributionDocument.AssessmentDocument;
import org.clew.api.attribution.AttributionDocument.CandidateDocument;
import org.clew.api.attribution.AttributionDocument.CarrierDocument;
import org.clew.api.attribution.AttributionDocument.ConclusionDocument;
import org.clew.api.attribution.AttributionDocument.MembersDocument;
import org.clew.api.attribution.AttributionDocument.OriginDocument;
import org.clew.api.attribution.AttributionDocument.OriginFactDocument;
import org.clew.api.attribution.AttributionDocument.OutletDocument;
import org.clew.api.attribution.AttributionDocument.PathDocument;
import org.clew.api.attribution.AttributionDocument.ReachDocument;
import org.clew.api.attribution.AttributionDocument.ReachedLessDocument;
import org.clew.api.attribution.AttributionDocument.RivalDocument;
import org.clew.api.attribution.AttributionDocument.VerdictDocument;
import org.clew.api.trace.TraceDocument.Method;
import org.clew.api.trace.TraceDocument.StatementDocument;
import org.clew.api.trace.TraceDocuments;
import org.clew.model.attribution.Amplification;
import org.clew.model.attribution.Assessment;
import org.clew.model.attribution.Attribution;
import org.clew.model.attribution.AttributionCase.OriginFact;
import org.clew.model.attribution.AttributionParameters;
import org.clew.model.attribution.Candidate;
import org.clew.model.attribution.CandidateFinding;
import org.clew.model.attribution.Chronology;
import org.clew.model.attribution.OriginFinding;
import org.clew.model.attribution.Reach;
import org.clew.model.attribution.Rival;
import org.clew.model.attribution.Verdict;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceWeigher;
import org.clew.model.evidence.PairWeight;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.Link;
import org.clew.model.source.Tlp;
import org.clew.model.trace.TraceParameters;
import org.clew.model.trace.Truncation;
import org.jspecify.annotations.Nullable;

/** Turns attributions into documents. */
final class AttributionDocuments {
  private final TraceDocuments traces;
  private final Map<EntityId, Chronology> chronologies;
  private final @Nullable Tlp reader;
  private final long rejectedRows;

  /**
   * With what they show beside the attribution.
   *
   * @param traces the entities on the chains
   * @param chronologies of an outlet the links by which it and the subject spread each other
   * @param reader for whom; null for whoever may see everything
   * @param rejectedRows rows that loads rejected
   */
  AttributionDocuments(
      TraceDocuments traces,
      Map<EntityId, Chronology> chronologies,
      @Nullable Tlp reader,
      long rejectedRows) {
    this.traces = traces;
    this.rejectedRows = rejectedRows;
    this.reader = reader;
    this.chronologies = chronologies;
  }

  AttributionDocument document(Attribution of) {
    Truncation cut = of.truncated();
    return new AttributionDocument(
        of.subject().subject(),
        of.subject().name(),
        of.parameters().search().asOf(),
        of.graphVersion(),
        method(of.parameters()),
        new MembersDocument(of.subject().members().size(), of.startingMembers()),
        of.candidates().stream().map(this::candidate).toList(),
        of.origins().stream().map(each -> origin(each, of.parameters())).toList(),
        of.subject().conclusions().stream()
            .map(
                each ->
                    new ConclusionDocument(
                        each.about(), each.statement(), each.source(), each.grade().toString()))
            .toList(),
        of.subject().conclusionRoots(),
        of.subject().assumptions(),
        amplification(of.amplification()),
        of.leads().stream().map(traces::hop).toList(),
        of.skippedHubs(),
        cut == null ? null : Map.of("reason", cut.reason()),
        rejectedRows);
  }

  private Method method(AttributionParameters of) {
    TraceParameters search = of.search();
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("kinds", of.kinds().version());
    parameters.put("verdicts", of.table().version());
    parameters.put("chains", of.table().chains());
    parameters.put("hops", search.hops());
    parameters.put("floor", search.floor());
    parameters.put("degreeCeiling", search.degreeCeiling());
    parameters.put("priorOdds", of.kinds().priorOdds());
    parameters.put("seed", of.seed());
    parameters.put("trust", search.trust());
    parameters.put("without", search.without());
    parameters.put("tlp", reader == null ? Tlp.RED.word() : reader.word());
    return new Method(String.valueOf(of.kinds().version()), parameters);
  }

  private CandidateDocument candidate(CandidateFinding of) {
    Candidate candidate = of.candidate();
    Reach reach = of.amplification();
    return new CandidateDocument(
        new OutletDocument(
            candidate.id(),
            candidate.name(),
            candidate.state(),
            candidate.stateRelation(),
            candidate.relationSources().keySet(),
            candidate.operator()),
        assessment(of.control()),
        reach == null ? null : reach(reach),
        rivals(of.rivals()),
        verdict(of.verdict()));
  }

  private AssessmentDocument assessment(Assessment of) {
    return new AssessmentDocument(
        of.score().value(),
        of.score().error(),
        of.scores(),
        of.weakest(),
        of.independentChains(),
        of.linkedMembers(),
        of.roots(),
        of.families(),
        of.chains().stream().map(traces::chain).toList(),
        of.carriedBy().stream()
            .map(
                each ->
                    new CarrierDocument(
                        each.part().word(), each.fact(), each.ids(), each.scoreWithout()))
            .toList());
  }

  private ReachDocument reach(Reach of) {
    Reach.@Nullable Rank rank = of.rank();
    return new ReachDocument(
        of.members(),
        of.expected(),
        of.effect(),
        of.pValue(),
        of.qValue(),
        rank == null ? null : new TreeMap<>(Map.of("rank", rank.rank(), "matched", rank.matched())),
        spreadFirst(of.outlet()),
        chronology(of.outlet()).steps().stream().map(AttributionDocuments::path).toList());
  }

  private Chronology chronology(EntityId outlet) {
    return chronologies.getOrDefault(outlet, new Chronology(List.of()));
  }

  private @Nullable String spreadFirst(EntityId outlet) {
    Boolean subject = chronology(outlet).subjectWasFirst();
    return subject == null ? null : by(subject);
  }

  private static PathDocument path(Chronology.Step of) {
    Duration delay = of.delay();
    return new PathDocument(
        by(of.bySubject()),
        delay == null ? null : delay.toSeconds(),
        of.link().count(),
        TraceDocuments.statement(of.link()));
  }

  private static String by(boolean subject) {
    return subject ? "subject" : "outlet";
  }

  private static List<RivalDocument> rivals(List<Rival> of) {
    return of.stream()
        .map(each -> new RivalDocument(each.id(), each.name(), each.score(), each.sameController()))
        .toList();
  }

  private static VerdictDocument verdict(Verdict of) {
    return new VerdictDocument(
        of.relation().word(),
        of.confidence().word(),
        of.likelihood() == null ? null : of.likelihood().word(),
        of.because(),
        of.wouldChange());
  }

  private OriginDocument origin(OriginFinding of, AttributionParameters parameters) {
    return new OriginDocument(
        of.state(),
        of.weight().lambda(),
        assessment(of.assessment()),
        of.evidence().stream().map(each -> fact(each, of.weight(), parameters)).toList(),
        rivals(of.rivals()),
        verdict(of.verdict()));
  }

  private static OriginFactDocument fact(
      OriginFact of, PairWeight pooled, AttributionParameters parameters) {
    PairWeight alone = new EvidenceWeigher(parameters.kinds()).weigh(List.of(of.fact()));
    WeighedEvidence weight = alone.evidence().get(0);
    List<WeighedEvidence> counted = new ArrayList<>(pooled.evidence());
    counted.removeIf(each -> !each.counted() || !of.fact().left().containsAll(each.statements()));
    boolean counts = !counted.isEmpty();
    return new OriginFactDocument(
        of.about(),
        of.aboutName(),
        weight.kind().id(),
        weight.weight(),
        counts,
        counts ? null : "another report from the same root counts",
        statements(of.links()));
  }

  private static @Nullable AmplificationDocument amplification(@Nullable Amplification of) {
    if (of == null) {
      return null;
    }
    return new AmplificationDocument(
        of.members(),
        of.byActs(),
        of.links(),
        of.tested(),
        of.lessThanExpected().stream()
            .map(
                each ->
                    new ReachedLessDocument(
                        each.outlet(),
                        each.members(),
                        each.expected(),
                        each.pValue(),
                        each.qValue()))
            .toList());
  }

  private static List<StatementDocument> statements(List<Link> links) {
    return links.stream().map(TraceDocuments::statement).toList();
  }
}
