package org.clew.api.trace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clew.api.entity.EntityResolver;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.Links;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/**
 * What a question leaves out or trusts, by id. A word that means nothing in the graph is refused:
 * whoever mistypes an indicator must not read that a finding survives without it.
 */
public final class TraceSelection {
  private final EntityResolver resolver;
  private final Links links;

  /** The selections of a graph. */
  public TraceSelection(GraphStore store) {
    this.resolver = new EntityResolver(store);
    this.links = new Links(store);
  }

  /**
   * The ids of links, sources and other entities, as typed or as their names mean.
   *
   * @throws ClewException when a text means nothing in the graph, or several things
   */
  public Set<String> without(List<String> texts) {
    Set<String> ids = new HashSet<>();
    for (String text : texts) {
      ids.add(
          links.find(text.strip()).isPresent()
              ? text.strip()
              : resolver.resolve(text).id().value());
    }
    return ids;
  }

  /**
   * The ids of sources, which may be written without {@code source:}.
   *
   * @throws ClewException when there is no such source
   */
  public Set<EntityId> trust(List<String> texts) {
    Set<EntityId> ids = new HashSet<>();
    for (String text : texts) {
      EntityId id = resolver.resolve(text.startsWith("source:") ? text : "source:" + text).id();
      if (id.kind() != EntityKind.SOURCE) {
        throw new ClewException(Reason.USAGE, id + " is not a source.");
      }
      ids.add(id);
    }
    return ids;
  }
}
