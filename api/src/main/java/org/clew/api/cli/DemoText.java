package org.clew.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.trace.TraceDocument;
import org.clew.cypher.links.LinkView;
import org.clew.model.links.LinkType;

/** The report of the demo for people. */
final class DemoText {
  private final List<String> lines = new ArrayList<>();

  private DemoText() {}

  static List<String> of(DemoDocument demo) {
    DemoText text = new DemoText();
    text.loaded(demo);
    text.title("Strongest chains to state media");
    for (TraceDocument trace : demo.traces()) {
      text.chains(trace);
    }
    text.pair(demo.pair());
    text.picture(demo.picture());
    text.title(
        "Liberty Front Press to state media, as known on " + demo.libertyFrontPress().asOf());
    text.chains(demo.libertyFrontPress());
    text.verdict(demo);
    text.next(demo);
    return text.lines;
  }

  private void loaded(DemoDocument demo) {
    long entities = demo.status().entities().values().stream().mapToLong(Long::longValue).sum();
    long links = demo.status().links().values().stream().mapToLong(Long::longValue).sum();
    add(
        String.format(
            Locale.ROOT,
            "Clew demo: %d published case files, %,d sources, %,d entities, %,d links.",
            demo.loaded().files().size(),
            demo.status().sources(),
            entities,
            links));
  }

  private void chains(TraceDocument trace) {
    TraceText.chainsOf(trace).forEach(this::add);
  }

  private void pair(TraceDocument pair) {
    add("");
    add("Tied to each other, and to no outlet:");
    TraceText.chainsOf(pair).forEach(this::add);
  }

  private void picture(List<LinkView> links) {
    title("Liberty Front Press, who says what");
    Map<String, TreeSet<String>> said = new LinkedHashMap<>();
    for (LinkView link : links) {
      said.computeIfAbsent(sentence(link), key -> new TreeSet<>()).add(link.source().local());
    }
    said.forEach(
        (sentence, sources) -> add("   " + sentence + " [" + String.join(", ", sources) + "]"));
  }

  private static String sentence(LinkView link) {
    if (link.type() == LinkType.IN_CLUSTER) {
      return "Part of it: " + link.fromName() + ".";
    }
    if (link.type() == LinkType.ORIGINATES_IN) {
      return "It originates in " + link.toName() + ", as stated.";
    }
    return link.type() == LinkType.TARGETS
        ? "It addresses " + link.toName() + "."
        : "It may be the same as " + other(link) + ": a claim to check.";
  }

  private static String other(LinkView link) {
    return link.from().local().endsWith("liberty-front-press") ? link.toName() : link.fromName();
  }

  private void verdict(DemoDocument demo) {
    AttributionDocument verdict = demo.verdict();
    title("What may be concluded of it, as of " + verdict.asOf());
    AttributionText.summary(verdict).stream().skip(1).forEach(this::add);
    add("Why, and what would change it:");
    add(
        "   ./clew attribute "
            + verdict.subject()
            + " --as-of "
            + verdict.asOf()
            + " --data "
            + demo.data());
  }

  private void next(DemoDocument demo) {
    title("Go on");
    add(
        "   page       http://127.0.0.1:8080 while './clew demo' or './clew serve --data "
            + demo.data()
            + "' runs");
    add("   HTTP API   http://127.0.0.1:8080/docs");
    add("   documents  README.md, docs/method.md, docs/case-files.md");
    add("   a trace    ./clew trace novorosinform.org --data " + demo.data());
    add("   your data  ./clew load FILE  (into ./clew-data, apart from " + demo.data() + ")");
  }

  private void title(String title) {
    add("");
    add(title);
    add("-".repeat(title.length()));
  }

  private void add(String line) {
    lines.add(Printing.plain(line));
  }
}
