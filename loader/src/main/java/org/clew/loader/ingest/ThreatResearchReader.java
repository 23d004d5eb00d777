package org.clew.loader.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.loader.entity.Slugs;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Meta's indicator files, one network each: by tactic, technique and procedure, or by indicator
 * type. What a row says is the network's own becomes IN_CLUSTER; what it posted to, targeted or
 * shares with half the web is stated but ties nothing.
 */
final class ThreatResearchReader implements FormatReader {
  private static final Pattern US_DATE =
      Pattern.compile("(?<!\\d)(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)");
  private static final List<String> COMMENTS =
      List.of("Comments", "Commernts", "Comment", "Notes", "Note");
  private static final int MAX_NOTE = 300;

  @Override
  public String name() {
    return "threat-research";
  }

  @Override
  public String fills() {
    return "domains, accounts, pages and indicators in one labelled cluster a file";
  }

  @Override
  public String recognisedBy() {
    return "columns Tactic, Technique, Procedure, Indicator, or indicator_type, indicator_value";
  }

  @Override
  public Grade defaultGrade() {
    return new Grade('A', 2);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns("Tactic", "Technique", "Procedure", "Indicator")
        || sample.hasColumns("indicator_type", "indicator_value");
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    String network = FileIngest.baseName(input.name());
    EntityId cluster = EntityId.cluster("label", Slugs.of(network));
    TreeSet<String> techniques = new TreeSet<>();
    CsvTable.read(input, sink, row -> handle(cluster, row, new RowFacts(sink, row), techniques));
    sink.entity(
        Entity.of(
            cluster,
            network.replace('_', ' ').replaceAll("\\s+", " ").strip(),
            Map.of(
                Attribute.DETECTOR.key(),
                "label",
                Attribute.TECHNIQUES.key(),
                List.copyOf(techniques))),
        FactSink.FILE,
        "");
  }

  private static @Nullable RejectedRow handle(
      EntityId cluster, Row row, RowFacts facts, Set<String> techniques) {
    boolean typed = row.columns().names().contains("indicator_type");
    String column = typed ? "indicator_value" : "Indicator";
    List<FoundIndicator> found =
        typed
            ? FoundIndicator.ofType(row.get("indicator_type"), row.get(column))
            : FoundIndicator.allIn(row.get(column));
    ThreatTactic tactic =
        typed
            ? ThreatTactic.ofComment(row.get("comment"))
            : ThreatTactic.of(row.get("Technique"), row.get("Procedure"));
    tactic.code().ifPresent(techniques::add);
    if (found.isEmpty()) {
      return row.reject(column, "No indicator: " + FoundIndicator.whyNot(row.get(column)));
    }
    found.forEach(one -> state(cluster, one, tactic, row, facts));
    return null;
  }

  private static void state(
      EntityId cluster, FoundIndicator found, ThreatTactic tactic, Row row, RowFacts facts) {
    EntityId id = facts.entity(found.id(), found.name(), Map.of());
    String comment = comment(row);
    String note =
        comment.isEmpty() ? null : comment.substring(0, Math.min(MAX_NOTE, comment.length()));
    if (found.isOfItsOwn() && tactic.isOwn(found)) {
      facts.link(
          id, LinkType.IN_CLUSTER, cluster, Basis.REPORTED, date(row, comment).orElse(null), note);
    } else if (found.isOfItsOwn() && tactic.isAgainst() && id.kind() != EntityKind.INDICATOR) {
      facts.link(
          cluster, LinkType.TARGETS, id, Basis.REPORTED, date(row, comment).orElse(null), note);
    }
  }

  private static String comment(Row row) {
    return COMMENTS.stream()
        .map(row::get)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("")
        .replaceAll("\\s+", " ");
  }

  private static Optional<PartialDate> date(Row row, String comment) {
    Matcher us = US_DATE.matcher(comment);
    while (us.find()) {
      String iso =
          String.format(
              Locale.ROOT,
              "%s-%02d-%02d",
              us.group(3),
              Integer.parseInt(us.group(1)),
              Integer.parseInt(us.group(2)));
      Optional<PartialDate> date = PartialDate.tryParse(iso);
      if (date.isPresent()) {
        return date;
      }
    }
    return row.has("ds") ? PartialDate.tryParse(row.get("ds")) : Optional.empty();
  }
}
