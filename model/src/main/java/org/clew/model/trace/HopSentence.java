package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.Link;

/** Says in one sentence what ties two entities, how much it weighs and who states it. */
final class HopSentence {
  private final Map<EntityId, String> names;
  private final String from;
  private final String to;

  HopSentence(EntityId from, String fromName, EntityId to, String toName) {
    this.names = Map.of(from, fromName, to, toName);
    this.from = fromName;
    this.to = toName;
  }

  String of(List<HopEvidence> evidence, double lambda) {
    List<HopEvidence> counted = evidence.stream().filter(e -> e.weight().counted()).toList();
    if (counted.isEmpty()) {
      return "Nothing that counts ties " + from + " and " + to + ".";
    }
    List<String> clauses = new ArrayList<>(relations(counted));
    List<String> shared = shared(counted);
    if (!shared.isEmpty()) {
      clauses.add(from + " and " + to + " share " + Names.and(shared));
    }
    return Names.and(clauses)
        + "; that is "
        + times(lambda)
        + " times likelier if one operator runs both than if they are unrelated; "
        + sources(counted)
        + ".";
  }

  private List<String> relations(List<HopEvidence> counted) {
    return counted.stream()
        .filter(each -> each.weight().via() == null)
        .map(each -> relation(each.weight(), each.statements().get(0)))
        .toList();
  }

  private String relation(WeighedEvidence weight, Link link) {
    String subject = name(link.from());
    String object = name(link.to());
    return switch (weight.type()) {
      case ADMINISTERS -> subject + " administers " + object;
      case OPERATES -> subject + " operates " + object;
      case OWNS -> subject + " owns " + object;
      case EMPLOYS -> subject + " employs " + object;
      case PUBLISHES_ON -> subject + " publishes on " + object;
      case SUBDOMAIN_OF -> subject + " is a host under " + object;
      case SAME_AS -> subject + " is the same as " + object + ", as the analyst accepted";
      case DECLARES -> declaration(weight, subject, object);
      default ->
          subject
              + " is tied to "
              + object
              + " by "
              + weight.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private static String declaration(WeighedEvidence weight, String subject, String object) {
    return weight.statements().size() > 1
        ? subject + " and " + object + " each declare the other as theirs"
        : subject + " declares " + object + " as its own (" + weight.kind().sentence() + ")";
  }

  private static List<String> shared(List<HopEvidence> counted) {
    Map<EvidenceKind, List<String>> byKind = new LinkedHashMap<>();
    for (HopEvidence each : counted) {
      EntityId via = each.weight().via();
      if (via != null) {
        byKind.computeIfAbsent(each.weight().kind(), key -> new ArrayList<>()).add(value(via));
      }
    }
    List<String> clauses = new ArrayList<>();
    byKind.forEach((kind, values) -> clauses.add(shared(kind, values)));
    return clauses;
  }

  private static String shared(EvidenceKind kind, List<String> values) {
    String noun = kind.sentence();
    String which = " (" + Names.list(values) + ")";
    if (noun.startsWith("the same ") || noun.startsWith("a ") || noun.startsWith("an ")) {
      return noun + which;
    }
    if (noun.contains(", as a report states it")) {
      return noun + which;
    }
    return values.size() == 1
        ? "the " + noun + which
        : values.size() + " " + Names.plural(noun) + which;
  }

  private static String value(EntityId indicator) {
    String local = indicator.local();
    return local.substring(local.indexOf(':') + 1);
  }

  private static String sources(Collection<HopEvidence> counted) {
    Map<String, TreeSet<String>> grades = new LinkedHashMap<>();
    for (HopEvidence each : counted) {
      each.weight()
          .statements()
          .forEach(
              statement ->
                  grades
                      .computeIfAbsent(statement.source().local(), key -> new TreeSet<>())
                      .add(statement.grade().toString()));
    }
    List<String> parts = new ArrayList<>();
    grades.forEach((source, of) -> parts.add(source + ", grade " + String.join(" and ", of)));
    return (parts.size() == 1 ? "source " : "sources ") + String.join("; ", parts);
  }

  private String name(EntityId id) {
    return names.getOrDefault(id, id.local());
  }

  /** 10^Λ to two figures, in words from a million on. */
  private static String times(double lambda) {
    if (lambda >= 6) {
      return "over a million";
    }
    double factor = Math.pow(10, lambda);
    double unit = Math.pow(10, Math.max(0, Math.floor(lambda) - 1));
    return factor < 10
        ? String.format(Locale.ROOT, "%.1f", factor)
        : String.format(Locale.ROOT, "%,.0f", Math.rint(factor / unit) * unit);
  }
}
