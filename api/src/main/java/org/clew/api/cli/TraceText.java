package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clew.api.entity.EntityDocument;
import org.clew.api.trace.TraceDocument;
import org.clew.api.trace.TraceDocument.ChainDocument;
import org.clew.api.trace.TraceDocument.HopDocument;
import org.clew.api.trace.TraceDocument.StatementDocument;
import org.jspecify.annotations.Nullable;

/** A trace for people: one sentence a hop. */
final class TraceText {
  private static final int LEADS_SHOWN = 5;
  private static final int CLAIMS_SHOWN = 5;

  private final List<String> lines = new ArrayList<>();

  private TraceText() {}

  /** Everything: chains, leads, claims, what was left out. */
  static List<String> of(TraceDocument trace) {
    TraceText text = new TraceText();
    text.chains(trace);
    if (Boolean.TRUE.equals(trace.amplifies())) {
      text.add(
          "But it links to or reshares what is published there, which is no control:"
              + " '--hypothesis amplification' shows how.");
    }
    text.leads(trace.leads());
    text.claims(trace.claims());
    text.leftOut(trace);
    return text.lines;
  }

  /** The chains alone. */
  static List<String> chainsOf(TraceDocument trace) {
    TraceText text = new TraceText();
    text.chains(trace);
    return text.lines;
  }

  private void chains(TraceDocument trace) {
    if (trace.chains().isEmpty()) {
      add(
          (isControl(trace)
                  ? "No chain of control evidence leads from "
                  : "No path of amplification leads from ")
              + trace.from().name()
              + " to "
              + trace.to()
              + ".");
    }
    int number = 1;
    for (ChainDocument chain : trace.chains()) {
      add(
          String.format(
              Locale.ROOT,
              "%d. %s → %s   score %.3f, %s",
              number++,
              chain.member().name(),
              target(chain.target()),
              chain.score(),
              chain.hops().size() == 1 ? "1 hop" : chain.hops().size() + " hops"));
      if (isControl(trace)) {
        chain.hops().forEach(hop -> hop(hop, "   "));
      } else {
        chain.hops().forEach(hop -> add("   " + hop.sentence()));
      }
      chain
          .assumptions()
          .forEach(a -> add("   Assumed: " + a.sentence() + citations(a.statements())));
    }
  }

  private static boolean isControl(TraceDocument trace) {
    return trace.hypothesis().equals("control");
  }

  private void hop(HopDocument hop, String indent) {
    add(indent + hop.sentence() + String.format(Locale.ROOT, " p = %.3f.", hop.probability()));
  }

  private void leads(List<HopDocument> leads) {
    if (!leads.isEmpty()) {
      add("");
      add("Leads, too weak for a chain:");
      leads.stream().limit(LEADS_SHOWN).forEach(hop -> hop(hop, "   "));
      more(leads.size() - LEADS_SHOWN);
    }
  }

  private void claims(List<TraceDocument.ClaimDocument> claims) {
    if (!claims.isEmpty()) {
      add("");
      add("Claims to check, no evidence before you accept them:");
      claims.stream().limit(CLAIMS_SHOWN).forEach(c -> add("   " + claim(c)));
      more(claims.size() - CLAIMS_SHOWN);
    }
  }

  private static String claim(TraceDocument.ClaimDocument claim) {
    return "%s (%s) %s = %s: %s"
        .formatted(claim.id(), claim.status(), claim.from(), claim.to(), claim.reason());
  }

  private void leftOut(TraceDocument trace) {
    LeftOutText.of(trace.skippedHubs(), trace.truncated(), trace.rejectedRows()).forEach(this::add);
  }

  private void more(int count) {
    if (count > 0) {
      add("   … and " + count + " more (--json shows all).");
    }
  }

  private static String target(EntityDocument target) {
    @Nullable Object country = target.attributes().get("country");
    @Nullable Object relation = target.attributes().get("stateRelation");
    List<String> known = new ArrayList<>();
    if (country != null) {
      known.add(country.toString());
    }
    if (relation != null) {
      known.add(relation.toString());
    }
    return known.isEmpty() ? target.name() : target.name() + " (" + String.join(", ", known) + ")";
  }

  private static String citations(List<StatementDocument> statements) {
    List<String> sources = statements.stream().map(s -> s.source().value()).distinct().toList();
    return sources.isEmpty() ? "" : " [" + String.join(", ", sources) + "]";
  }

  private void add(String line) {
    lines.add(Printing.plain(line));
  }
}
