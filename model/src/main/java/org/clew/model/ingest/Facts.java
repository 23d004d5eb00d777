package org.clew.model.ingest;

import java.util.List;
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
 */
public record Facts(List<Source> sources, List<StatedEntity> entities, List<Link> links) {
  public Facts {
    sources = List.copyOf(sources);
    entities = List.copyOf(entities);
    links = List.copyOf(links);
  }
}
