package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clew.api.coordination.DetectionDocument;
import org.clew.api.coordination.DetectionDocument.FoundCluster;
import org.clew.api.coordination.DetectionDocument.SignalDocument;

/** A detection for people. */
final class DetectionText {
  private static final int CLUSTERS_SHOWN = 20;
  private static final int DATE_LENGTH = 10;

  private DetectionText() {}

  static List<String> of(DetectionDocument detection) {
    List<String> lines = new ArrayList<>();
    lines.add(Printing.table(signals(detection)));
    detection
        .signals()
        .forEach(
            signal ->
                signal.leftOut().forEach(left -> lines.add("Left out: " + Printing.plain(left))));
    if (detection.edgesFile() != null) {
      lines.add("Edges: " + detection.edgesFile());
    }
    List<FoundCluster> clusters = detection.clusters();
    if (clusters != null) {
      lines.add("");
      lines.add(clusters.isEmpty() ? "No clusters." : Printing.table(clusters(clusters)));
      if (clusters.size() > CLUSTERS_SHOWN) {
        lines.add("… and " + (clusters.size() - CLUSTERS_SHOWN) + " more (--json shows all).");
      }
    }
    if (detection.run() != null) {
      lines.add("");
      lines.add(
          (detection.written() ? "Run: " : "The graph holds this run already: ") + detection.run());
    }
    lines.add("");
    lines.addAll(detection.caveats());
    return lines;
  }

  private static List<List<String>> signals(DetectionDocument detection) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("SIGNAL", "ACTS", "EDGES", "WEIGHT", "ACCOUNTS", "KEPT"));
    for (SignalDocument signal : detection.signals()) {
      rows.add(
          List.of(
              signal.signal(),
              number(signal.acts()),
              number(signal.edges()),
              String.format(Locale.ROOT, "%,.0f", signal.weight()),
              number(signal.accounts()),
              number(signal.kept())));
    }
    return rows;
  }

  private static List<List<String>> clusters(List<FoundCluster> clusters) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CLUSTER", "MEMBERS", "EDGES", "DENSITY", "FROM", "TO", "SIGNALS"));
    clusters.stream()
        .limit(CLUSTERS_SHOWN)
        .forEach(
            cluster ->
                rows.add(
                    List.of(
                        cluster.id().value(),
                        number(cluster.members()),
                        number(cluster.edges()),
                        String.format(Locale.ROOT, "%.2f", cluster.density()),
                        cluster.firstSeen().substring(0, DATE_LENGTH),
                        cluster.lastSeen().substring(0, DATE_LENGTH),
                        String.join(", ", cluster.signals()))));
    return rows;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
