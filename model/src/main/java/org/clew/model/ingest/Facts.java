package org.clew.model.ingest;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.model.links.Link;
import org.clew.model.source.Source;

/**
 * All that one file says, aggregated: no two sources of one id, no two descriptions of one entity
 * by one source, no two links of one id; each list in the order of its ids, so that two loads of
 * one file write the same things in the same order. Every entity a link names is described too.
 *
 * @param sources the file's own source and those it cites
 * @param entities descriptions of entities
 * @param links sourced relationships
 * @param measures by the id of a source or a link: what a detection run asked or measured, kept on
 *     the node or relationship beside its own properties; texts, Long, Double, Boolean or lists of
 *     texts by names that are none of those properties
 */
public record Facts(
    List<Source> sources,
    List<StatedEntity> entities,
    List<Link> links,
    SortedMap<String, SortedMap<String, Object>> measures) {
  public Facts {
    sources = List.copyOf(sources);
    entities = List.copyOf(entities);
    links = List.copyOf(links);
    measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
  }

  /** Facts of which nothing was measured. */
  public Facts(List<Source> sources, List<StatedEntity> entities, List<Link> links) {
    this(sources, entities, links, Collections.emptySortedMap());
  }

  /** What was measured of a source or a link; empty for most. */
  public SortedMap<String, Object> measures(String id) {
    return measures.getOrDefault(id, Collections.emptySortedMap());
  }
}
