package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clew.cypher.ingest.OverlappedWrites.Batch;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;

/** Facts in batches of {@value #ROWS} rows, each of one kind of entity or one type of link. */
final class FactBatches {
  static final int ROWS = 5_000;

  private static final Comparator<Link> BY_ENDS =
      Comparator.comparing(Link::from).thenComparing(Link::to);

  private final Facts facts;
  private final BatchWriter writer;

  FactBatches(Facts facts, BatchWriter writer) {
    this.facts = facts;
    this.writer = writer;
  }

  /** Descriptions of entities; their sources have to be in the graph before. */
  List<Batch> entities() {
    Map<EntityKind, List<StatedEntity>> byKind =
        grouped(EntityKind.class, facts.entities(), stated -> stated.entity().kind());
    List<Batch> batches = new ArrayList<>();
    byKind.forEach(
        (kind, entities) ->
            batches.addAll(batches(entities, batch -> writer.entities(kind, batch))));
    return batches;
  }

  /**
   * Links in the order of their ends, those from one entity together; their ends have to be in the
   * graph before.
   */
  List<Batch> links() {
    Map<LinkType, List<Link>> byType = grouped(LinkType.class, facts.links(), Link::type);
    byType.values().forEach(links -> links.sort(BY_ENDS));
    List<Batch> batches = new ArrayList<>();
    byType.forEach(
        (type, links) ->
            batches.addAll(batches(links, batch -> writer.links(type, batch, this::measures))));
    return batches;
  }

  /** The id of a link is a digest, which is not computed where nothing was measured. */
  private Map<String, Object> measures(Link link) {
    return facts.measures().isEmpty() ? Map.of() : facts.measures(link.id());
  }

  static <T> List<Batch> batches(List<T> rows, Consumer<List<T>> writer) {
    List<Batch> batches = new ArrayList<>();
    for (int start = 0; start < rows.size(); start += ROWS) {
      List<T> batch = rows.subList(start, Math.min(rows.size(), start + ROWS));
      batches.add(new Batch(batch.size(), () -> writer.accept(batch)));
    }
    return batches;
  }

  private static <K extends Enum<K>, T> Map<K, List<T>> grouped(
      Class<K> keys, Collection<T> facts, Function<T, K> key) {
    Map<K, List<T>> groups = new EnumMap<>(keys);
    facts.forEach(
        fact -> groups.computeIfAbsent(key.apply(fact), k -> new ArrayList<>()).add(fact));
    return groups;
  }
}
