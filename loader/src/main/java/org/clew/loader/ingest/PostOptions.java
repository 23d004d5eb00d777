package org.clew.loader.ingest;

import org.clew.loader.observation.PostMapping;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says about a file of posts.
 *
 * @param artifactKind what the objects of a table are that does not say so itself; null for {@link
 *     ObservationKind#OBJECT}
 * @param mapping which column holds what; null for a format that fixes it
 */
public record PostOptions(@Nullable ObservationKind artifactKind, @Nullable PostMapping mapping) {
  /** Nothing said. */
  public static final PostOptions NONE = new PostOptions(null, null);

  /** The options in one spelling: they decide what is read from a file. */
  String text() {
    String kind = artifactKind == null ? "" : "artifact-kind=" + artifactKind.id();
    String map = mapping == null ? "" : "map:" + mapping.text();
    return kind.isEmpty() || map.isEmpty() ? kind + map : kind + ";" + map;
  }
}
