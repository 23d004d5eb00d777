package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.clew.model.entity.Entity;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.source.Source;

/** Graphs of evidence that live in memory. */
public final class EvidenceGraphs {
  private EvidenceGraphs() {}

  /**
   * The graph of what these files say.
   *
   * @param accepted which SAME_AS claims the analyst accepted
   */
  public static EvidenceGraph of(Collection<Facts> facts, Predicate<Link> accepted) {
    List<Entity> entities = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (Facts each : facts) {
      each.entities().stream().map(StatedEntity::entity).forEach(entities::add);
      links.addAll(each.links());
      sources.addAll(each.sources());
    }
    return of(entities, links, sources, accepted);
  }

  /**
   * The graph of these entities and links. Entities that only a link names are taken by their id; a
   * source that only a link names has the unknown grade.
   *
   * @param accepted which SAME_AS claims the analyst accepted
   */
  public static EvidenceGraph of(
      Collection<Entity> entities,
      Collection<Link> links,
      Collection<Source> sources,
      Predicate<Link> accepted) {
    return new InMemoryEvidenceGraph(entities, links, sources, accepted);
  }
}
