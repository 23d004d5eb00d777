package org.clew.api.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.api.ListDocument;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.attribution.AttributionRequest;
import org.clew.api.attribution.AttributionService;
import org.clew.api.source.ChangesDocument.VerdictChange;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphVersion;
import org.clew.cypher.source.SourceChanges;
import org.clew.cypher.source.Sources;
import org.clew.loader.ingest.ChangeJournal.Entry;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Tells what changes brought, from the journal and the graph as it is: a source that came is taken
 * away in thought, and what would then be missing or otherwise is what it brought.
 */
public final class GraphChanges {
  private static final Map<String, String> CUT =
      Map.of("reason", "More entities or links changed than are listed; ask for a larger limit.");

  private final GraphStore store;
  private final DataFolder data;
  private final AttributionService attributions;
  private final SourceChanges sources;

  /** The changes of a graph and what stands beside it. */
  public GraphChanges(GraphStore store, DataFolder data, AttributionService attributions) {
    this.store = store;
    this.data = data;
    this.attributions = attributions;
    this.sources = new SourceChanges(store);
  }

  /**
   * What changed.
   *
   * @throws ClewException NOT_FOUND when there is no such source
   */
  public ChangesDocument tell(ChangesRequest request) {
    ListDocument.requireLimit(request.limit());
    List<Entry> entries =
        request.source() == null ? request.of(data.journal().entries()) : List.of();
    Set<EntityId> present = new TreeSet<>();
    new Sources(store).all().forEach(source -> present.add(source.id()));
    Set<EntityId> added = new TreeSet<>();
    Set<EntityId> gone = new TreeSet<>();
    for (Entry entry : entries) {
      added.addAll(entry.added());
      gone.addAll(entry.removed());
    }
    if (request.source() != null) {
      added.addAll(sources.withSignals(List.of(source(request.source(), present))));
    }
    added.retainAll(present);
    gone.removeAll(present);
    SourceChanges.Report report = sources.of(added, request.limit());
    return new ChangesDocument(
        GraphVersion.of(store),
        entries,
        List.copyOf(added),
        List.copyOf(gone),
        counts(report),
        report.entities(),
        report.links(),
        verdicts(request.clusters(), added),
        isCut(report, request.limit()) ? CUT : null);
  }

  private static EntityId source(String text, Set<EntityId> present) {
    EntityId id = text.startsWith("source:") ? new EntityId(text) : EntityId.source(text);
    if (!present.contains(id)) {
      throw new ClewException(
          Reason.NOT_FOUND, "There is no source '" + id + "'; 'clew sources' lists them.");
    }
    return id;
  }

  private static Map<String, Long> counts(SourceChanges.Report report) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("newEntities", report.newEntities());
    counts.put("describedEntities", report.describedEntities());
    counts.put("newLinks", report.newLinks());
    counts.put("confirmedLinks", report.confirmedLinks());
    return counts;
  }

  private static boolean isCut(SourceChanges.Report report, int limit) {
    return report.newEntities() > limit
        || report.describedEntities() > limit
        || report.newLinks() + report.confirmedLinks() > limit;
  }

  private List<VerdictChange> verdicts(List<String> clusters, Set<EntityId> added) {
    List<VerdictChange> changes = new ArrayList<>();
    List<String> without = added.stream().map(EntityId::value).toList();
    for (String cluster : clusters) {
      AttributionDocument now = attributions.attribute(AttributionRequest.of(cluster));
      AttributionDocument before =
          without.isEmpty()
              ? now
              : attributions.attribute(
                  new AttributionRequest(cluster, null, List.of(), without, null, null, null));
      SortedMap<EntityId, String> was = verdicts(before);
      SortedMap<EntityId, String> is = verdicts(now);
      Set<EntityId> outlets = new TreeSet<>(was.keySet());
      outlets.addAll(is.keySet());
      for (EntityId outlet : outlets) {
        @Nullable String first = was.get(outlet);
        @Nullable String second = is.get(outlet);
        boolean same = first == null ? second == null : first.equals(second);
        changes.add(new VerdictChange(now.subject(), outlet, first, second, !same));
      }
    }
    return changes;
  }

  private static SortedMap<EntityId, String> verdicts(AttributionDocument document) {
    SortedMap<EntityId, String> verdicts = new TreeMap<>();
    document
        .candidates()
        .forEach(
            candidate ->
                verdicts.put(
                    candidate.outlet().id(),
                    candidate.verdict().relation() + ", " + candidate.verdict().confidence()));
    return verdicts;
  }
}
