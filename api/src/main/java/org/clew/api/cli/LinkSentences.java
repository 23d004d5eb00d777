package org.clew.api.cli;

import org.clew.cypher.links.LinkView;

/** A link in one line. */
final class LinkSentences {
  private LinkSentences() {}

  static String of(LinkView link) {
    StringBuilder line = new StringBuilder();
    line.append(link.from()).append(" -").append(link.type()).append("-> ").append(link.to());
    if (link.count() > 1) {
      line.append(" ×").append(link.count());
    }
    String period = period(link);
    if (!period.isEmpty()) {
      line.append(", ").append(period);
    }
    line.append("  [").append(link.source()).append(' ').append(link.grade());
    if (!link.evidence().isEmpty()) {
      line.append(", ").append(link.evidence().get(0));
    }
    return line.append(']').toString();
  }

  private static String period(LinkView link) {
    String first = link.firstSeen();
    String last = link.lastSeen();
    if (first == null || last == null || first.equals(last)) {
      return first != null ? first : last != null ? last : "";
    }
    return first + " to " + last;
  }
}
