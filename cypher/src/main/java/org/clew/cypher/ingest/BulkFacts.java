package org.clew.cypher.ingest;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.source.Source;

/**
 * What a bulk import writes. The iterators are read once, one after the other; descriptions are
 * held until all are written.
 *
 * @param sources no two of one id; all that the rest cites
 * @param entities descriptions by the order of the entities' ids, no two of one entity by one
 *     source; every entity a link names
 * @param links no two of one id, in any order
 * @param measures by the id of a source or a link, as in {@link Facts}
 */
public record BulkFacts(
    List<Source> sources,
    Iterator<StatedEntity> entities,
    Iterator<Link> links,
    Map<String, SortedMap<String, Object>> measures) {
  public BulkFacts {
    sources = List.copyOf(sources);
    measures = Map.copyOf(measures);
  }

  private record Statement(EntityId entity, EntityId source) implements Comparable<Statement> {
    @Override
    public int compareTo(Statement other) {
      int byEntity = entity.compareTo(other.entity);
      return byEntity != 0 ? byEntity : source.compareTo(other.source);
    }
  }

  /** The facts of one file. */
  public static BulkFacts of(Facts facts) {
    return new BulkFacts(
        facts.sources(), facts.entities().iterator(), facts.links().iterator(), facts.measures());
  }

  /**
   * The facts of several files. Where two say the same thing the later one counts, as if they were
   * written one after the other; a mention without a name adds to what was said.
   */
  public static BulkFacts of(Collection<Facts> files) {
    if (files.size() == 1) {
      return of(files.iterator().next());
    }
    Map<EntityId, Source> sources = new TreeMap<>();
    Map<Statement, StatedEntity> entities = new TreeMap<>();
    Map<String, Link> links = new TreeMap<>();
    Map<String, SortedMap<String, Object>> measures = new TreeMap<>();
    for (Facts facts : files) {
      facts.sources().forEach(source -> sources.put(source.id(), source));
      facts
          .entities()
          .forEach(
              e -> entities.merge(new Statement(e.entity().id(), e.source()), e, BulkFacts::later));
      facts
          .links()
          .forEach(
              link -> {
                String id = link.id();
                links.put(id, link);
                measures.remove(id);
              });
      facts.sources().forEach(source -> measures.remove(source.id().value()));
      measures.putAll(facts.measures());
    }
    return new BulkFacts(
        List.copyOf(sources.values()),
        entities.values().iterator(),
        links.values().iterator(),
        measures);
  }

  private static StatedEntity later(StatedEntity before, StatedEntity after) {
    if (!FactRows.isMention(after.entity())) {
      return after;
    }
    Entity entity = before.entity();
    Map<String, Object> attributes = new TreeMap<>(entity.attributes());
    attributes.putAll(FactRows.said(after));
    return new StatedEntity(
        Entity.of(entity.id(), entity.name(), attributes), before.source(), before.evidence());
  }
}
