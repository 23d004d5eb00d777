package org.clew.api.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.attribution.AttributionDocument.AssessmentDocument;
import org.clew.api.attribution.AttributionDocument.CandidateDocument;
import org.clew.api.attribution.AttributionDocument.OriginDocument;
import org.clew.api.attribution.AttributionDocument.PathDocument;
import org.clew.api.attribution.AttributionDocument.ReachDocument;
import org.clew.api.attribution.AttributionDocument.RivalDocument;
import org.clew.api.attribution.AttributionDocument.VerdictDocument;
import org.clew.api.attribution.ComparisonDocument;
import org.clew.api.attribution.ComparisonDocument.Side;
import org.clew.api.attribution.ComparisonDocument.SideBySide;
import org.clew.api.trace.TraceDocument.ChainDocument;
import org.clew.api.trace.TraceDocument.StatementDocument;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** An attribution for people: each verdict with what it rests on and what would change it. */
final class AttributionText {
  private static final int CANDIDATES_SHOWN = 8;
  private static final int CHAINS_SHOWN = 3;
  private static final int PATHS_SHOWN = 5;

  private final List<String> lines = new ArrayList<>();

  private AttributionText() {}

  /** Everything. */
  static List<String> of(AttributionDocument of) {
    AttributionText text = new AttributionText();
    text.add(
        of.name() + " (" + of.subject() + ")" + (of.asOf() == null ? "" : " as of " + of.asOf()));
    of.origins().forEach(text::origin);
    of.candidates().stream().limit(CANDIDATES_SHOWN).forEach(text::candidate);
    if (of.candidates().isEmpty()) {
      text.add("");
      text.add("No outlet or organization: insufficient. No control evidence reaches any of them.");
    }
    int more = of.candidates().size() - CANDIDATES_SHOWN;
    if (more > 0) {
      text.add("… and " + more + " more candidates (--json shows all).");
    }
    text.inputs(of);
    return text.lines;
  }

  /** One line for each verdict that says anything. */
  static List<String> summary(AttributionDocument of) {
    AttributionText text = new AttributionText();
    text.add(of.name() + " (" + of.subject() + ")");
    of.origins()
        .forEach(each -> text.headline(each.state().local(), each.origin(), each.verdict()));
    of.candidates().stream()
        .filter(each -> says(each.verdict()))
        .forEach(each -> text.headline(each.outlet().name(), each.control(), each.verdict()));
    if (text.lines.size() == 1) {
      text.add("   insufficient");
    }
    return text.lines;
  }

  /** One line for each verdict on many, and what is missing from all of them. */
  static List<String> summary(List<AttributionDocument> all) {
    List<String> lines = new ArrayList<>();
    all.forEach(each -> lines.addAll(summary(each)));
    all.stream()
        .limit(1)
        .flatMap(each -> LeftOutText.rejected(each.rejectedRows()))
        .forEach(lines::add);
    return lines;
  }

  /** Two subjects side by side. */
  static List<String> of(ComparisonDocument of) {
    AttributionText text = new AttributionText();
    text.add(of.attributions().get(0).name() + " against " + of.attributions().get(1).name());
    for (SideBySide row : of.candidates()) {
      text.add(
          String.format(
              Locale.ROOT, "   %-40s %-36s %s", row.name(), side(row.first()), side(row.second())));
    }
    if (of.candidates().isEmpty()) {
      text.add("   Nothing speaks for anyone in either.");
    }
    LeftOutText.rejected(of.attributions().get(0).rejectedRows()).forEach(text::add);
    return text.lines;
  }

  private static boolean says(VerdictDocument verdict) {
    return !verdict.confidence().equals("insufficient") || !verdict.relation().equals("none");
  }

  private static String side(@Nullable Side side) {
    return side == null
        ? "-"
        : String.format(
            Locale.ROOT,
            "S %.2f K %.2f %s, %s",
            side.score(),
            side.weakest(),
            side.relation(),
            side.confidence());
  }

  private void origin(OriginDocument of) {
    add("");
    headline("Origin " + of.state().local(), of.origin(), of.verdict());
    verdict(of.verdict());
    rivals(of.rivals());
  }

  private void candidate(CandidateDocument of) {
    add("");
    headline(of.outlet().heading(), of.control(), of.verdict());
    of.control().chains().stream().limit(CHAINS_SHOWN).forEach(this::chain);
    int more = of.control().chains().size() - CHAINS_SHOWN;
    if (more > 0) {
      add("   … and " + more + " more chains (--json shows all).");
    }
    verdict(of.verdict());
    rivals(of.rivals());
    chronology(of.amplification());
  }

  private void chronology(@Nullable ReachDocument of) {
    if (of == null) {
      return;
    }
    if (of.spreadFirst() != null) {
      add("   First to spread the other: the " + of.spreadFirst());
    }
    of.paths().stream().limit(PATHS_SHOWN).forEach(this::path);
    int more = of.paths().size() - PATHS_SHOWN;
    if (more > 0) {
      add("   … and " + more + " more (--json shows them).");
    }
  }

  private void path(PathDocument path) {
    StatementDocument link = path.statement();
    Long delay = path.delaySeconds();
    add(
        "   "
            + (link.firstSeen() == null ? "undated" : link.firstSeen())
            + " "
            + link.from()
            + " "
            + link.type()
            + " "
            + link.to()
            + (delay == null || delay == 0 ? "" : ", after " + Duration.ofSeconds(delay)));
  }

  private void headline(String name, AssessmentDocument of, VerdictDocument verdict) {
    add(name);
    boolean none = verdict.relation().equals("none");
    add(
        "   Relation: "
            + (none ? "not concluded, as confidence is below moderate" : verdict.relation()));
    add("   Confidence: " + verdict.confidence());
    String likelihood = verdict.conditionalLikelihood();
    if (likelihood != null) {
      add("   Likelihood: " + likelihood);
    }
    add(
        String.format(
            Locale.ROOT,
            "   Score S %.3f, K %.3f without what carries it most; S at prior odds of %s",
            of.score(),
            of.weakest(),
            priors(of)));
  }

  private static String priors(AssessmentDocument of) {
    return String.join(
        ", ",
        of.scores().stream()
            .map(
                each ->
                    String.format(Locale.ROOT, "1:%,.0f %.2f", 1 / each.priorOdds(), each.score()))
            .toList());
  }

  private void chain(ChainDocument chain) {
    add(
        String.format(
            Locale.ROOT,
            "   Chain of %.3f from %s, %s",
            chain.score(),
            chain.member().name(),
            chain.hops().size() == 1 ? "1 hop" : chain.hops().size() + " hops"));
    chain.hops().forEach(hop -> add("      " + hop.sentence()));
    chain.assumptions().forEach(each -> add("      Assumed: " + each.sentence()));
  }

  private void verdict(VerdictDocument of) {
    of.because().forEach(each -> add("   Because: " + each));
    of.wouldChange().forEach(each -> add("   Would change: " + each));
  }

  private void rivals(List<RivalDocument> rivals) {
    for (RivalDocument each : rivals) {
      add(
          String.format(
              Locale.ROOT,
              "   Rival: %s %.3f%s",
              each.name(),
              each.score(),
              each.sameController() ? ", under the same controller" : ""));
    }
  }

  private void inputs(AttributionDocument of) {
    add("");
    of.assessedAs()
        .forEach(
            each ->
                add(
                    "Input, not a verdict: "
                        + each.statement()
                        + " ["
                        + each.source()
                        + ", grade "
                        + each.grade()
                        + "]"));
    if (of.assessedAsRoots().size() > 0) {
      add(
          "Those conclusions come from "
              + of.assessedAsRoots().size()
              + (of.assessedAsRoots().size() == 1 ? " root: " : " roots: ")
              + String.join(", ", of.assessedAsRoots().stream().map(EntityId::value).toList())
              + ".");
    }
    of.assumptions().forEach(each -> add("Assumed: " + each));
    LeftOutText.of(of.skippedHubs(), of.truncated(), of.rejectedRows()).forEach(this::add);
    add(
        "Method "
            + of.method().version()
            + "; confidence says how much the evidence carries, likelihood how probable control is.");
  }

  private void add(String line) {
    lines.add(Printing.plain(line));
  }
}
