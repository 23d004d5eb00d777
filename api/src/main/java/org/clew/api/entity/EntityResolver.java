package org.clew.api.entity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityFilter;
import org.clew.cypher.entity.EntityView;
import org.clew.loader.entity.EntityIds;
import org.clew.loader.entity.WebAddress;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/** Finds the one entity that a person means by an id, a handle, a host, a URL or a name. */
public final class EntityResolver {
  private static final int SUGGESTIONS = 5;

  private final Entities entities;

  /** The resolver of a graph. */
  public EntityResolver(GraphStore store) {
    this.entities = new Entities(store);
  }

  /**
   * The entity meant.
   *
   * @throws AmbiguousNameException when the text fits several entities
   * @throws ClewException NOT_FOUND when it fits none
   */
  public EntityDocument resolve(String text) {
    Map<EntityId, EntityView> found = new LinkedHashMap<>();
    for (EntityId id : idsMeant(text.strip())) {
      if (found.isEmpty()) {
        entities.find(Set.of(id)).forEach(view -> found.put(view.id(), view));
      }
    }
    if (found.isEmpty()) {
      entities.called(withoutAt(text)).forEach(view -> found.put(view.id(), view));
    }
    List<EntityDocument> candidates = found.values().stream().map(EntityDocument::of).toList();
    if (candidates.size() > 1) {
      throw new AmbiguousNameException(text, candidates);
    }
    return candidates.stream().findFirst().orElseThrow(() -> unknown(text));
  }

  private ClewException unknown(String text) {
    List<String> similar =
        !idsMeant(text.strip()).isEmpty()
            ? List.of()
            : entities.search(new EntityFilter(text, null, null, null), 0, SUGGESTIONS).stream()
                .map(view -> view.name() + " (" + view.id() + ")")
                .toList();
    return new ClewException(
        Reason.NOT_FOUND,
        "Nothing in the graph is called '"
            + text
            + (similar.isEmpty() ? "'." : "'; similar: " + String.join(", ", similar) + "."));
  }

  /** The ids that a text can mean, that which comes first rather than the next. */
  private static Set<EntityId> idsMeant(String text) {
    Set<EntityId> ids = new LinkedHashSet<>();
    int colon = text.indexOf(':');
    if (colon > 0
        && colon < text.length() - 1
        && EntityKind.ofIdPrefix(text.substring(0, colon)).isPresent()) {
      EntityId typed = new EntityId(text);
      ids.add(typed);
      ids.add(EntityIds.normal(typed));
    } else if (WebAddress.of(text) instanceof WebAddress.Asset asset) {
      ids.add(asset.id());
    } else if (WebAddress.of(text) instanceof WebAddress.Site site) {
      ids.add(EntityId.domain(site.host()));
    }
    return ids;
  }

  private static String withoutAt(String text) {
    String stripped = text.strip().toLowerCase(Locale.ROOT);
    return stripped.startsWith("@") ? stripped.substring(1) : stripped;
  }
}
