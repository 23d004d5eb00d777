package org.clew.cypher.coordination;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.model.links.Link;

/**
 * A link that a detection derived, with what it measured.
 *
 * @param link the link
 * @param measures texts and numbers by name, kept on the relationship beside the link's own
 */
public record MeasuredLink(Link link, SortedMap<String, Object> measures) {
  /** Copies the measures. */
  public MeasuredLink {
    measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
  }
}
