package org.clew.api.observation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.cypher.links.LinkView;
import org.clew.loader.observation.LogPage;
import org.clew.loader.observation.LogPlace;
import org.clew.loader.observation.LogQuery;
import org.clew.loader.observation.ObservationLog;
import org.clew.loader.observation.RowFilter;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/** The rows of the observation log that a link sums up. */
public final class LinkObservations {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Map<LinkType, Set<ObservationKind>> KINDS =
      Map.of(
          LinkType.LINKS_TO,
          Set.of(ObservationKind.URL, ObservationKind.DOMAIN),
          LinkType.AMPLIFIES,
          Set.of(
              ObservationKind.RESHARE,
              ObservationKind.QUOTE,
              ObservationKind.URL,
              ObservationKind.DOMAIN),
          LinkType.REPLIES_TO,
          Set.of(ObservationKind.REPLY),
          LinkType.MENTIONS,
          Set.of(ObservationKind.MENTION, ObservationKind.URL, ObservationKind.DOMAIN));

  private final ObservationLog log;

  /** The rows of a log. */
  public LinkObservations(ObservationLog log) {
    this.log = log;
  }

  /**
   * The rows behind a link, in the order of the log; for a link without any in the log, what its
   * evidence refers to. Where the log takes long to read, a page holds what was found in time.
   */
  public ListDocument<ObservationDocument> list(LinkView link, @Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    String position = Cursors.position(cursor);
    Set<ObservationKind> kinds = kinds(link);
    if (kinds.isEmpty() || position.startsWith("evidence:")) {
      return evidence(link, cursor, position, limit);
    }
    LogPlace after =
        position.isEmpty()
            ? null
            : LogPlace.parse(position)
                .orElseThrow(() -> Cursors.unknown(String.valueOf(cursor), null));
    LogPage page = log.page(query(link, kinds), after, limit);
    LogPlace next = page.next();
    if (after == null && page.rows().isEmpty() && next == null) {
      return evidence(link, cursor, "", limit);
    }
    return new ListDocument<>(
        page.rows().stream().map(ObservationDocument::of).toList(),
        next == null ? null : Cursors.of(next.text()),
        page.outOfTime()
            ? Map.of("reason", "The log was read for as long as allowed; go on with \"next\".")
            : null);
  }

  private static Set<ObservationKind> kinds(LinkView link) {
    if (link.type() == LinkType.SHARED) {
      String local = link.to().local();
      return ObservationKind.ofId(local.substring(0, Math.max(0, local.indexOf(':'))))
          .map(Set::of)
          .orElse(Set.of());
    }
    return KINDS.getOrDefault(link.type(), Set.of());
  }

  /** What was shared is known by its hash alone, and by whichever source. */
  private static LogQuery query(LinkView link, Set<ObservationKind> kinds) {
    RowFilter byAccount = RowFilter.all().withAccounts(Set.of(link.from()));
    EntityId to = link.to();
    if (link.type() == LinkType.SHARED) {
      Predicate<Observation> shared = observation -> observation.artifactId().equals(to);
      return new LogQuery(kinds, byAccount, shared, PATIENCE);
    }
    RowFilter filter = byAccount.withTargets(Set.of(to)).withSources(Set.of(link.source()));
    return new LogQuery(kinds, filter, observation -> true, PATIENCE);
  }

  private static ListDocument<ObservationDocument> evidence(
      LinkView link, @Nullable String cursor, String position, int limit) {
    int from = 0;
    if (!position.isEmpty()) {
      if (!position.matches("evidence:\\d{1,6}")) {
        throw Cursors.unknown(String.valueOf(cursor), null);
      }
      from = Integer.parseInt(position.substring("evidence:".length()));
    }
    List<String> references = link.evidence();
    int start = Math.min(from, references.size());
    int end = Math.min(start + limit, references.size());
    return new ListDocument<>(
        references.subList(start, end).stream()
            .map(reference -> ObservationDocument.of(link.source(), reference))
            .toList(),
        end < references.size() ? Cursors.of("evidence:" + end) : null,
        null);
  }
}
