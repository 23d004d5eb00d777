package org.clew.api.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What a picture or a brief is made from. A picture must be laid out as a whole, so the graph is
 * held; of a large one its first entities and links, with texts cut to what is shown.
 */
final class HeldGraph {
  private static final int MOST_ENTITIES = 20_000;
  private static final int MOST_LINKS = 100_000;

  private final Map<EntityId, SourceView> sources = new TreeMap<>();
  private final Map<EntityId, HeldEntity> entities = new LinkedHashMap<>();
  private final Map<EntityId, Set<EntityId>> statedIn = new HashMap<>();
  private final List<HeldLink> links = new ArrayList<>();
  private final Set<EntityId> linkSources = new HashSet<>();
  private final Map<EntityKind, Long> counts = new TreeMap<>();
  private long linkCount;
  private @Nullable PartialDate latest;

  /** An entity, with the line that stands under its name. */
  record HeldEntity(EntityId id, String name, String detail) {}

  /** A link, without its texts. */
  record HeldLink(
      EntityId from,
      LinkType type,
      EntityId to,
      EntityId source,
      long count,
      @Nullable String firstSeen,
      @Nullable String lastSeen,
      @Nullable String status) {}

  void source(SourceView source) {
    sources.put(source.id(), source);
    date(source.date());
  }

  void entity(EntityView entity) {
    counts.merge(entity.id().kind(), 1L, Long::sum);
    if (entities.size() < MOST_ENTITIES) {
      entities.put(
          entity.id(), new HeldEntity(entity.id(), Shown.text(entity.name()), detail(entity)));
    }
  }

  void statement(EntityId entity, EntityId source) {
    if (entities.containsKey(entity)) {
      statedIn.computeIfAbsent(entity, e -> new TreeSet<>()).add(source);
    }
  }

  void link(LinkView link) {
    linkCount++;
    linkSources.add(link.source());
    date(link.lastSeen());
    date(link.firstSeen());
    boolean bothHeld = entities.containsKey(link.from()) && entities.containsKey(link.to());
    if (links.size() < MOST_LINKS && bothHeld) {
      links.add(
          new HeldLink(
              link.from(),
              link.type(),
              link.to(),
              link.source(),
              link.count(),
              link.firstSeen(),
              link.lastSeen(),
              link.status()));
    }
  }

  Map<EntityId, HeldEntity> entities() {
    return entities;
  }

  List<HeldLink> links() {
    return links;
  }

  Map<EntityId, SourceView> sources() {
    return sources;
  }

  Set<EntityId> statedIn(EntityId entity) {
    return statedIn.getOrDefault(entity, Set.of());
  }

  Map<EntityKind, Long> counts() {
    return counts;
  }

  long entityCount() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  long linkCount() {
    return linkCount;
  }

  /** The level for a document of these links: as the strictest of their sources, or this one. */
  Tlp level(Tlp least) {
    Tlp level = least;
    for (EntityId id : linkSources) {
      SourceView source = sources.get(id);
      String word = source == null ? null : source.tlp();
      level = word == null ? level : level.stricter(Tlp.ofWord(word));
    }
    return level;
  }

  /** The latest date of a source or a link, as it is written there. */
  @Nullable String latest() {
    return latest == null ? null : latest.text();
  }

  /** The name of an entity, or what its id says where it is not held. */
  String name(EntityId id) {
    HeldEntity held = entities.get(id);
    return held == null ? Shown.text(id.local()) : held.name();
  }

  private void date(@Nullable String text) {
    if (text == null) {
      return;
    }
    PartialDate date = PartialDate.tryParse(text).orElse(null);
    if (date != null && (latest == null || date.latest().isAfter(latest.latest()))) {
      latest = date;
    }
  }

  private static String detail(EntityView entity) {
    List<String> parts = new ArrayList<>();
    switch (entity.id().kind()) {
      case INDICATOR, ARTIFACT, ACCOUNT, PAGE, GROUP -> {
        String local = entity.id().local();
        int end = local.indexOf(':');
        parts.add(
            entity.id().kind() == EntityKind.ARTIFACT || entity.id().kind() == EntityKind.INDICATOR
                ? local.substring(0, Math.max(0, end))
                : entity.id().kind().label() + " on " + local.substring(0, Math.max(0, end)));
      }
      default -> parts.add(PictureKinds.word(entity.id().kind()));
    }
    for (String key : List.of("stateRelation", "country")) {
      Object value = entity.attributes().get(key);
      if (value != null) {
        parts.add(value.toString());
      }
    }
    return Shown.text(String.join(", ", parts));
  }
}
