package org.clew.loader.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.loader.entity.EntityIds;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/** The sources that a case file defines. */
final class CaseSources {
  private static final Set<String> KEYS =
      Set.of("id", "title", "publisher", "date", "grade", "url", "licence", "derivesFrom", "tlp");

  private final FactSink sink;
  private final Map<EntityId, Source> sources = new LinkedHashMap<>();
  private final Map<EntityId, CaseItem> items = new LinkedHashMap<>();

  CaseSources(FactSink sink) {
    this.sink = sink;
  }

  /** Takes a source; the one that closes a circle of derivation is rejected. */
  @Nullable RejectedRow add(CaseItem item) {
    String key = "id";
    try {
      for (String written : item.values().keySet()) {
        if (!KEYS.contains(written)) {
          item.leaveOut(written, KEYS, "a source", sink);
        }
      }
      EntityId id = EntityIds.source(item.one("id"));
      if (sources.containsKey(id)) {
        return item.reject("id", "The source '" + id + "' is defined twice.");
      }
      if (!item.has("title")) {
        return item.reject("title", "The source has no title.");
      }
      key = "derivesFrom";
      List<EntityId> roots = item.many("derivesFrom").stream().map(EntityIds::source).toList();
      if (reaches(roots, id)) {
        return item.reject(
            key,
            "The source derives from itself by way of " + String.join(", ", item.many(key)) + ".");
      }
      PartialDate date = date(item);
      Grade grade = grade(item);
      key = "tlp";
      Tlp tlp = item.has(key) ? Tlp.ofWord(item.one(key)) : null;
      sources.put(id, source(item, id, date, grade, roots, tlp));
      items.put(id, item);
      return null;
    } catch (CaseFault fault) {
      return item.reject(fault.key(), fault.reason());
    } catch (ClewException e) {
      return item.reject(key, String.valueOf(e.getMessage()));
    }
  }

  /** A date that cannot be read costs the date and not all that the source said. */
  private @Nullable PartialDate date(CaseItem item) {
    Optional<PartialDate> date =
        item.has("date") ? WrittenDate.of(item.one("date")) : Optional.empty();
    if (item.has("date") && date.isEmpty()) {
      sink.rejectValue(
          item.reject(
              "date",
              "'" + item.one("date") + "' is not a date. Write 2018, 2018-08 or 2018-08-21."));
    }
    return date.orElse(null);
  }

  /** A grade that cannot be read is no grade, which is the lowest. */
  private Grade grade(CaseItem item) {
    try {
      return item.has("grade") ? Grade.parse(item.one("grade")) : Grade.UNKNOWN;
    } catch (ClewException e) {
      sink.rejectValue(item.reject("grade", e.getMessage() + " The source counts as F6."));
      return Grade.UNKNOWN;
    }
  }

  /**
   * States the sources. A derivation from a source that is defined neither here nor elsewhere is
   * dropped and reported as a rejected value.
   *
   * @return the ids of all sources that may be cited
   */
  Set<EntityId> finish(Set<EntityId> knownElsewhere) {
    Set<EntityId> known = new HashSet<>(knownElsewhere);
    known.addAll(sources.keySet());
    sources.forEach((id, source) -> sink.source(withKnownRoots(source, known)));
    return known;
  }

  private Source withKnownRoots(Source source, Set<EntityId> known) {
    List<EntityId> roots = new ArrayList<>();
    for (EntityId root : source.derivesFrom()) {
      if (known.contains(root)) {
        roots.add(root);
      } else {
        CaseItem item = items.get(source.id());
        if (item != null) {
          sink.rejectValue(item.reject("derivesFrom", "The source '" + root + "' is not defined."));
        }
      }
    }
    return new Source(
        source.id(),
        source.title(),
        source.publisher(),
        source.date(),
        source.grade(),
        source.licence(),
        source.url(),
        null,
        source.file(),
        source.format(),
        roots,
        source.tlp());
  }

  private boolean reaches(List<EntityId> from, EntityId target) {
    Deque<EntityId> open = new ArrayDeque<>(from);
    Set<EntityId> seen = new HashSet<>();
    while (!open.isEmpty()) {
      EntityId next = open.pop();
      if (next.equals(target)) {
        return true;
      }
      Source source = sources.get(next);
      if (seen.add(next) && source != null) {
        source.derivesFrom().forEach(open::push);
      }
    }
    return false;
  }

  private static Source source(
      CaseItem item,
      EntityId id,
      @Nullable PartialDate date,
      Grade grade,
      List<EntityId> roots,
      @Nullable Tlp tlp) {
    return new Source(
        id,
        item.one("title"),
        text(item, "publisher"),
        date,
        grade,
        text(item, "licence"),
        text(item, "url"),
        null,
        null,
        null,
        roots,
        tlp);
  }

  private static @Nullable String text(CaseItem item, String key) {
    return item.has(key) ? item.one(key) : null;
  }
}
