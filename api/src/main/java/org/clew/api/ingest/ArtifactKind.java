package org.clew.api.ingest;

import org.clew.model.observation.ObservationKind;

/** What the objects of a table can be that does not say so itself. */
public enum ArtifactKind {
  url(ObservationKind.URL),
  post(ObservationKind.RESHARE),
  text(ObservationKind.TEXT),
  hashtag(ObservationKind.HASHTAG),
  object(ObservationKind.OBJECT);

  private final ObservationKind kind;

  ArtifactKind(ObservationKind kind) {
    this.kind = kind;
  }

  /** The observed act. */
  public ObservationKind kind() {
    return kind;
  }
}
