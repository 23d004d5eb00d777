package org.clew.loader.coordination;

import org.clew.model.coordination.SignalKind;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.entity.Hashes;

/** The nodes of what accounts shared. */
final class Artifacts {
  private Artifacts() {}

  /** The id of an artifact: the signal and the short hash of what was shared. */
  static EntityId id(SignalKind signal, String value) {
    return new EntityId(
        EntityKind.ARTIFACT.idPrefix() + ":" + signal.id() + ":" + Hashes.shortHash(value));
  }
}
