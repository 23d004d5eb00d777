package org.clew.api.entity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityFilter;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.entity.SearchPlace;
import org.clew.cypher.entity.SearchResult.Hit;
import org.clew.cypher.source.Readership;
import org.clew.loader.entity.EntityIds;
import org.clew.loader.entity.WebAddress;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/** Finds the one entity that a person means by an id, a handle, a host, a URL or a name. */
public final class EntityResolver {
  private static final int SUGGESTIONS = 3;

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
    List<EntityDocument> candidates = candidates(List.of(text)).get(0);
    if (candidates.size() > 1) {
      throw new AmbiguousNameException(text, candidates);
    }
    return candidates.stream().findFirst().orElseThrow(() -> unknown(text));
  }

  /**
   * The entity meant, as a reader may know it. A name that only hidden sources give fits nothing.
   *
   * @throws AmbiguousNameException when the text fits several entities
   * @throws ClewException NOT_FOUND when it fits none that the reader may see
   */
  public EntityDocument resolve(String text, Readership reader) {
    if (reader.seesEverything()) {
      return resolve(text);
    }
    Set<EntityId> meant = idsMeant(text.strip());
    List<EntityId> candidates =
        candidates(List.of(text)).get(0).stream().map(EntityDocument::id).toList();
    List<EntityDocument> seen =
        entities.find(candidates, reader).stream()
            .filter(each -> meant.contains(each.id()) || isCalled(each, withoutAt(text)))
            .map(EntityDocument::of)
            .toList();
    if (seen.size() > 1) {
      throw new AmbiguousNameException(text, seen);
    }
    return seen.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new ClewException(
                    Reason.NOT_FOUND, "Nothing that this reader may see fits '" + text + "'."));
  }

  private static boolean isCalled(EntityView entity, String name) {
    return name.equalsIgnoreCase(entity.name())
        || entity.attributes().values().stream()
            .anyMatch(value -> value instanceof String text && name.equalsIgnoreCase(text));
  }

  /** What each of many texts means, in their order, found in a few queries. */
  public List<LookupDocument> lookUp(List<String> texts) {
    List<List<EntityDocument>> candidates = candidates(texts);
    return IntStream.range(0, texts.size())
        .mapToObj(i -> LookupDocument.of(texts.get(i), candidates.get(i)))
        .toList();
  }

  /** The entity of each of many ids, in their order, found in one query. */
  public List<LookupDocument> lookUpIds(List<String> ids) {
    Map<EntityId, EntityView> known =
        find(ids.stream().flatMap(text -> spelledOut(text).stream()).toList());
    return ids.stream()
        .map(
            text ->
                LookupDocument.of(
                    text,
                    spelledOut(text).map(known::get).map(EntityDocument::of).stream().toList()))
        .toList();
  }

  private List<List<EntityDocument>> candidates(List<String> texts) {
    Map<String, Set<EntityId>> meant = new LinkedHashMap<>();
    texts.forEach(text -> meant.computeIfAbsent(text, t -> idsMeant(t.strip())));
    Map<EntityId, EntityView> known = find(meant.values().stream().flatMap(Set::stream).toList());
    List<String> names =
        texts.stream()
            .filter(
                text -> meant.getOrDefault(text, Set.of()).stream().noneMatch(known::containsKey))
            .map(EntityResolver::withoutAt)
            .toList();
    Map<String, List<EntityView>> called = names.isEmpty() ? Map.of() : entities.called(names);
    return texts.stream()
        .map(
            text -> {
              List<EntityView> byId =
                  meant.getOrDefault(text, Set.of()).stream()
                      .map(known::get)
                      .filter(Objects::nonNull)
                      .limit(1)
                      .toList();
              List<EntityView> found =
                  byId.isEmpty() ? called.getOrDefault(withoutAt(text), List.of()) : byId;
              return found.stream().map(EntityDocument::of).toList();
            })
        .toList();
  }

  private Map<EntityId, EntityView> find(List<EntityId> ids) {
    Map<EntityId, EntityView> found = new HashMap<>();
    if (!ids.isEmpty()) {
      entities.find(ids).forEach(view -> found.put(view.id(), view));
    }
    return found;
  }

  /** The id that a text is by itself, whether or not the graph has it. */
  public static Optional<EntityId> spelledOut(String text) {
    try {
      return Optional.of(new EntityId(text));
    } catch (ClewException notAnId) {
      return Optional.empty();
    }
  }

  private ClewException unknown(String text) {
    List<String> similar =
        similar(text).stream().map(each -> each.name() + " (" + each.id() + ")").toList();
    return new ClewException(
        Reason.NOT_FOUND,
        "Nothing in the graph is called '"
            + text
            + (similar.isEmpty() ? "'." : "'; did you mean " + String.join(" or ", similar) + "?"));
  }

  /** What begins with one of its words, or else what is nearly written like it. */
  private List<EntityView> similar(String text) {
    Set<EntityId> meant = idsMeant(text.strip());
    String name = meant.stream().findFirst().map(EntityResolver::lastPart).orElse(text.strip());
    List<EntityView> begun =
        entities
            .search(new EntityFilter(name, null, null, null), SearchPlace.START, SUGGESTIONS)
            .hits()
            .stream()
            .map(Hit::entity)
            .toList();
    return begun.isEmpty() ? entities.nearly(name, SUGGESTIONS) : begun;
  }

  private static String lastPart(EntityId id) {
    String local = id.local();
    return local.substring(local.lastIndexOf(':') + 1);
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
