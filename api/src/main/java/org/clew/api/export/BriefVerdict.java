package org.clew.api.export;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.attribution.AttributionDocument.AssessmentDocument;
import org.clew.api.attribution.AttributionDocument.CandidateDocument;
import org.clew.api.attribution.AttributionDocument.CarrierDocument;
import org.clew.api.attribution.AttributionDocument.OriginDocument;
import org.clew.api.attribution.AttributionDocument.ReachDocument;
import org.clew.api.attribution.AttributionDocument.RivalDocument;
import org.clew.api.attribution.AttributionDocument.VerdictDocument;
import org.clew.api.trace.TraceDocument.ChainDocument;
import org.clew.api.trace.TraceDocument.EvidenceDocument;
import org.clew.api.trace.TraceDocument.HopDocument;
import org.clew.api.trace.TraceDocument.StatementDocument;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** The part of a brief that says what may be concluded, and why. */
final class BriefVerdict {
  private static final Pattern SOURCE = Pattern.compile("source:[a-z0-9][a-z0-9-]*[a-z0-9]");
  private static final int FINDINGS = 3;
  private static final int CHAINS = 3;
  private static final int CARRIERS = 3;

  private final AttributionDocument of;
  private final Citations citations;
  private final Set<EntityId> cited;
  private final XmlOut xml;
  private final List<Finding> findings;

  /** A candidate or a State, told alike. */
  private record Finding(
      EntityId id,
      String name,
      boolean origin,
      AssessmentDocument assessment,
      @Nullable ReachDocument reach,
      List<RivalDocument> rivals,
      VerdictDocument verdict) {
    static Finding of(CandidateDocument of) {
      return new Finding(
          of.outlet().id(),
          of.outlet().heading(),
          false,
          of.control(),
          of.amplification(),
          of.rivals(),
          of.verdict());
    }

    static Finding of(OriginDocument of) {
      String name = "State " + of.state().local();
      return new Finding(of.state(), name, true, of.origin(), null, of.rivals(), of.verdict());
    }

    boolean saysSomething() {
      return !verdict.confidence().equals("insufficient") || !verdict.relation().equals("none");
    }
  }

  /**
   * What a verdict says.
   *
   * @param cited sources that can be cited by number
   */
  BriefVerdict(AttributionDocument of, Citations citations, Set<EntityId> cited, XmlOut xml) {
    this.of = of;
    this.citations = citations;
    this.cited = Set.copyOf(cited);
    this.xml = xml;
    this.findings = findings(of);
  }

  private static List<Finding> findings(AttributionDocument of) {
    return Stream.concat(
            of.candidates().stream().map(Finding::of), of.origins().stream().map(Finding::of))
        .filter(Finding::saysSomething)
        .sorted(Comparator.comparing(finding -> finding.verdict().relation().equals("none")))
        .toList();
  }

  /** The conclusions, before anything else. */
  void lead() throws IOException {
    xml.start("section").token("class", "verdict").line();
    if (findings.isEmpty()) {
      xml.element("p", "Insufficient: the evidence allows no conclusion about anyone.").line();
      measure(nearest());
    }
    for (Finding finding : shown()) {
      VerdictDocument verdict = finding.verdict();
      xml.element("p", sentence(finding)).line();
      String likelihood = verdict.conditionalLikelihood();
      measure(
          String.format(
              Locale.ROOT,
              "Confidence: %s.%s Score %.2f; without its weakest point %.2f; %d independent %s.",
              verdict.confidence(),
              likelihood == null ? "" : " Likelihood: " + likelihood + ".",
              finding.assessment().score(),
              finding.assessment().weakest(),
              finding.assessment().independentChains(),
              finding.assessment().independentChains() == 1 ? "chain" : "chains"));
    }
    int more = findings.size() - FINDINGS;
    if (more > 0) {
      String names =
          findings.stream()
              .skip(FINDINGS)
              .limit(5)
              .map(finding -> Shown.text(finding.name()))
              .collect(Collectors.joining(", "));
      measure("Also: " + names + (more > 5 ? ", …" : "") + ".");
    }
    xml.end().line();
  }

  private String nearest() {
    if (of.candidates().isEmpty()) {
      return "No control evidence reaches any outlet or organization.";
    }
    CandidateDocument first = of.candidates().get(0);
    return String.format(
        Locale.ROOT,
        "Nearest: %s, score %.2f, without its weakest point %.2f.",
        Shown.text(first.outlet().name()),
        first.control().score(),
        first.control().weakest());
  }

  private void measure(String text) throws IOException {
    xml.start("p").token("class", "measure").text(text).end().line();
  }

  private List<Finding> shown() {
    return findings.subList(0, Math.min(FINDINGS, findings.size()));
  }

  /** Where nothing can be concluded, whoever comes nearest. */
  private static List<Finding> explained(AttributionDocument of, List<Finding> findings) {
    return findings.isEmpty()
        ? of.candidates().stream().limit(1).map(Finding::of).toList()
        : findings.subList(0, Math.min(FINDINGS, findings.size()));
  }

  private static String sentence(Finding finding) {
    String relation = finding.verdict().relation();
    String words =
        relation.equals("none")
            ? "No relation may be concluded; the evidence points to "
            : Character.toUpperCase(relation.charAt(0)) + relation.substring(1) + ": ";
    return words + Shown.text(finding.name());
  }

  /** What carries each conclusion, what would change it, and its chains. */
  void reasons() throws IOException {
    List<Finding> explained = explained(of, findings);
    if (explained.isEmpty()) {
      return;
    }
    xml.element("h2", "What carries it").line();
    for (Finding finding : explained) {
      heading(finding, explained);
      carries(finding);
    }
    xml.element("h2", "What would change it").line();
    for (Finding finding : explained) {
      heading(finding, explained);
      xml.start("ul").line();
      for (String each : finding.verdict().wouldChange()) {
        xml.element("li", told(each)).line();
      }
      for (RivalDocument rival : finding.rivals()) {
        xml.element("li", rival(rival)).line();
      }
      if (finding.verdict().wouldChange().isEmpty() && finding.rivals().isEmpty()) {
        xml.element("li", "Further evidence for somebody else.").line();
      }
      xml.end().line();
    }
    xml.element("h2", "Chains of evidence").line();
    for (Finding finding : explained) {
      heading(finding, explained);
      chains(finding.assessment().chains());
    }
  }

  private void heading(Finding finding, List<Finding> explained) throws IOException {
    if (explained.size() > 1) {
      xml.element("h3", Shown.text(finding.name())).line();
    }
  }

  private void carries(Finding finding) throws IOException {
    xml.start("ul").line();
    for (String each : finding.verdict().because()) {
      xml.element("li", told(each)).line();
    }
    for (CarrierDocument each :
        finding.assessment().carriedBy().stream().limit(CARRIERS).toList()) {
      String without =
          String.format(Locale.ROOT, " Without it the score is %.2f.", each.scoreWithout());
      xml.element("li", stopped(told(each.fact())) + without).line();
    }
    ReachDocument reach = finding.reach();
    if (reach != null) {
      xml.element("li", reach(reach)).line();
    }
    if (finding.verdict().because().isEmpty() && finding.assessment().carriedBy().isEmpty()) {
      xml.element("li", "Nothing that counts.").line();
    }
    xml.end().line();
  }

  /** A sentence as a reader wants it: it starts with a capital and cites sources by number. */
  private String told(String sentence) {
    String shown =
        SOURCE
            .matcher(Shown.text(sentence))
            .replaceAll(
                found -> {
                  EntityId source = new EntityId(found.group());
                  return Matcher.quoteReplacement(
                      cited.contains(source) ? citations.of(List.of(source)) : found.group());
                });
    return shown.startsWith("that ") || shown.startsWith("all ") || shown.startsWith("the ")
        ? Character.toUpperCase(shown.charAt(0)) + shown.substring(1)
        : shown;
  }

  private static String stopped(String fact) {
    return fact.endsWith(".") ? fact : fact + ".";
  }

  private static String reach(ReachDocument of) {
    return String.format(
        Locale.ROOT,
        "Spreading, a separate question: %,d spread its content where chance would bring %.1f"
            + " (q = %.2g).",
        of.members(),
        of.expected(),
        of.qValue());
  }

  private static String rival(RivalDocument of) {
    return String.format(
        Locale.ROOT,
        "Rival explanation: %s, score %.2f%s.",
        Shown.text(of.name()),
        of.score(),
        of.sameController() ? ", under the same controller" : "");
  }

  private void chains(List<ChainDocument> chains) throws IOException {
    if (chains.isEmpty()) {
      xml.element("p", "None: what is said of it does not run over a chain.").line();
      return;
    }
    xml.start("ol").line();
    for (ChainDocument chain : chains.subList(0, Math.min(CHAINS, chains.size()))) {
      xml.start("li");
      xml.element(
          "strong",
          String.format(
              Locale.ROOT,
              "%s → %s, score %.2f",
              Shown.text(chain.member().name()),
              Shown.text(chain.target().name()),
              chain.score()));
      xml.start("ul").line();
      for (HopDocument hop : chain.hops()) {
        String p = String.format(Locale.ROOT, " p = %.2f. ", hop.probability());
        xml.element("li", Shown.text(hop.sentence()) + p + citations.of(sources(hop))).line();
      }
      for (var assumed : chain.assumptions()) {
        Set<EntityId> by = new TreeSet<>();
        assumed.statements().forEach(statement -> by.add(statement.source()));
        xml.element("li", "Assumed: " + Shown.text(assumed.sentence()) + " " + citations.of(by));
      }
      xml.end().end().line();
    }
    xml.end().line();
    if (chains.size() > CHAINS) {
      xml.start("p").token("class", "quiet");
      xml.text("… and " + (chains.size() - CHAINS) + " more chains.").end().line();
    }
  }

  private static Set<EntityId> sources(HopDocument hop) {
    Set<EntityId> sources = new LinkedHashSet<>();
    for (EvidenceDocument evidence : hop.evidence()) {
      if (evidence.counted()) {
        sources.addAll(evidence.sources());
      }
    }
    return sources;
  }

  /** All that the chains told here run over; empty where there is none. */
  Set<EntityId> onChains() {
    return onChains(explained(of, findings));
  }

  /** What the chains of a brief run over. */
  static Set<EntityId> onChains(AttributionDocument of) {
    return onChains(explained(of, findings(of)));
  }

  private static Set<EntityId> onChains(List<Finding> findings) {
    Set<EntityId> on = new TreeSet<>();
    for (Finding finding : findings) {
      for (ChainDocument chain : finding.assessment().chains().stream().limit(CHAINS).toList()) {
        on.add(finding.id());
        on.add(chain.member().id());
        on.add(chain.target().id());
        for (HopDocument hop : chain.hops()) {
          on.add(hop.from());
          on.add(hop.to());
          hop.evidence().stream()
              .filter(EvidenceDocument::counted)
              .forEach(evidence -> statements(evidence.statements(), on));
        }
        chain.assumptions().forEach(each -> statements(each.statements(), on));
      }
    }
    return on;
  }

  private static void statements(List<StatementDocument> statements, Set<EntityId> on) {
    for (StatementDocument statement : statements) {
      on.add(statement.from());
      on.add(statement.to());
    }
  }

  /** What others concluded, and what is taken as given. */
  void inputs() throws IOException {
    if (!of.assessedAs().isEmpty() || !of.assumptions().isEmpty()) {
      xml.element("h2", "Taken as input, not concluded here").line().start("ul").line();
      for (var each : of.assessedAs()) {
        String text = Shown.text(each.statement()) + " Grade " + each.grade() + ". ";
        xml.element("li", text + citations.of(List.of(each.source()))).line();
      }
      for (String each : of.assumptions()) {
        xml.element("li", "Assumed: " + told(each)).line();
      }
      xml.end().line();
    }
  }

  /** How it was computed, so that it can be computed again. */
  void method() throws IOException {
    xml.element("h2", "Method").line();
    xml.element(
            "p",
            "Confidence says how much the evidence carries, likelihood how probable control is."
                + " Control and spreading are two questions and never added up.")
        .line();
    Map<String, String> cut = of.truncated();
    if (cut != null) {
      xml.element("p", "Incomplete: " + cut.get("reason")).line();
    }
    xml.start("p").token("class", "quiet");
    xml.text(
        "Method "
            + of.method().version()
            + ", graph version "
            + of.graphVersion()
            + ", "
            + of.members().starting()
            + " of "
            + of.members().total()
            + " members start chains. Parameters: "
            + Shown.text(of.method().parameters().toString()));
    xml.end().line();
  }
}
