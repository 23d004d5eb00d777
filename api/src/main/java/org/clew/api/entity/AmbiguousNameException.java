package org.clew.api.entity;

import java.util.List;
import org.clew.model.ClewException;

/** A name fits several entities; the candidates tell which. */
public final class AmbiguousNameException extends ClewException {
  private static final long serialVersionUID = 1L;

  private final transient List<EntityDocument> candidates;

  AmbiguousNameException(String name, List<EntityDocument> candidates) {
    super(
        Reason.AMBIGUOUS,
        "'"
            + name
            + "' fits "
            + candidates.size()
            + " entities; say which: "
            + String.join(", ", candidates.stream().map(c -> c.id().value()).toList())
            + ".");
    this.candidates = List.copyOf(candidates);
  }

  /** The entities the name fits, in the order of their ids. */
  public List<EntityDocument> candidates() {
    return candidates;
  }
}
