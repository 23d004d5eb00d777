package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clew.api.coordination.ClusterDocument;
import org.clew.api.coordination.ClusterDocument.Day;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.coordination.ClusterParts.Bridge;
import org.clew.cypher.coordination.ClusterParts.Member;
import org.clew.cypher.coordination.ClusterParts.SharedArtifact;
import org.jspecify.annotations.Nullable;

/** A cluster for people. */
final class ClusterText {
  private static final int SHOWN = 15;
  private static final int WIDEST_BAR = 40;
  private static final int LONGEST_NAME = 80;

  private final List<String> lines = new ArrayList<>();

  private ClusterText() {}

  static List<String> of(ClusterDocument document) {
    ClusterText text = new ClusterText();
    text.head(document);
    text.members(document.members());
    text.artifacts(document.artifacts());
    text.bridges(document.bridges());
    text.timeline(document.timeline());
    text.add("");
    text.add("Benign alternatives to check:");
    document.alternatives().forEach(one -> text.add("  - " + one));
    text.notes(document.notes());
    text.add("");
    document.caveats().forEach(text::add);
    if (document.truncated() != null) {
      document.truncated().values().forEach(text::add);
    }
    return text.lines;
  }

  private void notes(List<NoteView> notes) {
    if (!notes.isEmpty()) {
      add("");
      add("Analysts' notes:");
      notes.forEach(note -> add("  - " + NoteText.line(note)));
    }
  }

  private void head(ClusterDocument cluster) {
    add(cluster.id() + "  " + cluster.name());
    if (cluster.run() != null) {
      add("Found by: " + cluster.run());
    }
    Object density = cluster.attributes().get("density");
    if (density instanceof Double value) {
      add(
          String.format(
              Locale.ROOT,
              "%s members, %s joined pairs, density %.2f; edges by signal: %s; %s to %s",
              cluster.attributes().get("size"),
              cluster.attributes().get("edges"),
              value,
              plainList(cluster.attributes().get("signals")),
              cluster.attributes().get("firstSeen"),
              cluster.attributes().get("lastSeen")));
    }
  }

  private void members(List<Member> members) {
    add("");
    add("Members:");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("  ACCOUNT", "MEMBERSHIP", "EDGES", "NAME"));
    members.stream()
        .limit(SHOWN)
        .forEach(
            member ->
                rows.add(
                    List.of(
                        "  " + member.id(),
                        String.format(Locale.ROOT, "%.2f", member.probability()),
                        Long.toString(member.edges()),
                        member.name())));
    lines.add(Printing.table(rows));
    more(members.size());
  }

  private void artifacts(List<SharedArtifact> artifacts) {
    if (artifacts.isEmpty()) {
      return;
    }
    add("");
    add("What they shared:");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("  SIGNAL", "MEMBERS", "ACTS", "WHAT", "ROWS"));
    artifacts.stream()
        .limit(SHOWN)
        .forEach(
            artifact ->
                rows.add(
                    List.of(
                        "  " + artifact.signal(),
                        Long.toString(artifact.members()),
                        Long.toString(artifact.acts()),
                        cut(artifact.name()),
                        String.join(", ", artifact.evidence()))));
    lines.add(Printing.table(rows));
    more(artifacts.size());
  }

  private void bridges(List<Bridge> bridges) {
    if (bridges.isEmpty()) {
      return;
    }
    add("");
    add("Accounts that bridge it to other clusters:");
    bridges.stream()
        .limit(SHOWN)
        .forEach(
            bridge ->
                add(
                    "  "
                        + bridge.account()
                        + ": "
                        + bridge.edges()
                        + (bridge.edges() == 1 ? " edge" : " edges")
                        + " into "
                        + bridge.cluster()));
    more(bridges.size());
  }

  private void timeline(List<Day> days) {
    if (days.isEmpty()) {
      return;
    }
    add("");
    add("Shared acts by day:");
    List<Day> shown = days.subList(0, Math.min(days.size(), 2 * SHOWN));
    long most = shown.stream().mapToLong(Day::acts).max().orElse(1);
    for (Day day : shown) {
      int bar = (int) Math.max(1, day.acts() * WIDEST_BAR / most);
      add("  " + day.day() + " " + "#".repeat(bar) + " " + day.acts());
    }
    if (days.size() > shown.size()) {
      add("  … and " + (days.size() - shown.size()) + " more days (--json shows all).");
    }
  }

  private static String plainList(@Nullable Object list) {
    return list instanceof List<?> items
        ? String.join(", ", items.stream().map(Object::toString).toList())
        : "-";
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  private void more(int all) {
    if (all > SHOWN) {
      add("  … and " + (all - SHOWN) + " more (--json shows all).");
    }
  }

  private void add(String line) {
    lines.add(Printing.plain(line));
  }
}
