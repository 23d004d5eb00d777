package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Post;
import org.clew.model.source.PartialDate;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectIntHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates posts into accounts and the links between them while they stream by; what it keeps
 * grows with accounts and links, not with posts. A link to oneself is no link.
 */
final class ObservedFacts {
  private static final int UNKNOWN = -1;

  private final ObjectIntHashMap<EntityId> codes = new ObjectIntHashMap<>();
  private final List<EntityId> entities = new ArrayList<>();
  private final List<String> firstSeenIn = new ArrayList<>();
  private final List<@Nullable Profile> profiles = new ArrayList<>();
  private final Map<LinkType, LinkTable> links = new EnumMap<>(LinkType.class);
  private @Nullable EntityId author;
  private int authorCode;

  void add(Post post, List<Observation> observations) {
    int account = author(post.account(), post.origin().file(), post.origin().line());
    for (Observation observation : observations) {
      EntityId target = observation.target();
      if (target != null
          && !target.equals(post.account())
          && !isRepeated(observation, observations)) {
        LinkType type = type(observation.kind(), target);
        if (type != null) {
          int to = code(target, post.origin().file(), post.origin().line());
          links
              .computeIfAbsent(type, key -> new LinkTable())
              .add(account, to, post.time(), post.origin().line());
        }
      }
    }
  }

  void profile(
      EntityId account,
      Map<String, Object> attributes,
      @Nullable Moment time,
      String file,
      long line) {
    int code = author(account, file, line);
    Profile profile = profiles.get(code);
    if (profile == null) {
      profile = new Profile();
      profiles.set(code, profile);
    }
    profile.add(attributes, time == null ? Long.MIN_VALUE : time.epochMillis());
  }

  /** Hands over all entities that have a profile or stand at the end of a link. */
  void entities(EntityConsumer consumer) {
    for (int code = 0; code < entities.size(); code++) {
      EntityId id = entities.get(code);
      Profile profile = profiles.get(code);
      Entity entity = profile == null ? Entity.of(id, id.local()) : profile.entity(id);
      consumer.accept(entity, firstSeenIn.get(code));
    }
  }

  /**
   * Makes something of each link, on several threads.
   *
   * @param file its rows are references into it
   */
  <T> List<T> links(EntityId source, String file, Function<Link, T> maker) {
    List<T> made = new ArrayList<>();
    links.forEach(
        (type, table) ->
            made.addAll(
                IntStream.range(0, table.size())
                    .parallel()
                    .mapToObj(i -> maker.apply(link(type, table, i, source, file)))
                    .toList()));
    return made;
  }

  /** Takes an entity and the row where it stands first. */
  @FunctionalInterface
  interface EntityConsumer {
    void accept(Entity entity, String evidence);
  }

  private Link link(LinkType type, LinkTable table, int i, EntityId source, String file) {
    List<String> rows = new ArrayList<>();
    long last = 0;
    for (long line : table.lines(i)) {
      if (line != last) {
        rows.add(file + ":" + line);
      }
      last = line;
    }
    return new Link(
        entities.get(table.from(i)),
        type,
        entities.get(table.to(i)),
        source,
        date(table.first(i)),
        date(table.last(i)),
        table.count(i),
        Basis.OBSERVED,
        null,
        null,
        rows,
        null);
  }

  /** The code of an account, which is asked for with its post and with its profile. */
  private int author(EntityId account, String file, long line) {
    if (!account.equals(author)) {
      author = account;
      authorCode = code(account, file, line);
    }
    return authorCode;
  }

  private int code(EntityId id, String file, long line) {
    int known = codes.getIfAbsent(id, UNKNOWN);
    if (known == UNKNOWN) {
      known = entities.size();
      codes.put(id, known);
      entities.add(id);
      profiles.add(null);
      firstSeenIn.add(file + ":" + line);
    }
    return known;
  }

  /** The address of a quoted post often stands among the URLs too: one act, counted once. */
  private static boolean isRepeated(Observation observation, List<Observation> observations) {
    if (observation.kind() != ObservationKind.URL) {
      return false;
    }
    EntityId target = observation.target();
    for (Observation other : observations) {
      boolean spreads =
          other.kind() == ObservationKind.QUOTE || other.kind() == ObservationKind.RESHARE;
      if (spreads && target != null && target.equals(other.target())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable LinkType type(ObservationKind kind, EntityId target) {
    return switch (kind) {
      case URL, DOMAIN -> ofAddress(target);
      case RESHARE, QUOTE -> LinkType.AMPLIFIES;
      case REPLY -> LinkType.REPLIES_TO;
      case MENTION -> LinkType.MENTIONS;
      case POST, HASHTAG, TEXT, IMAGE, OBJECT -> null;
    };
  }

  /** Whoever links what an account or page published spreads it; a group has no one voice. */
  private static LinkType ofAddress(EntityId target) {
    return switch (target.kind()) {
      case DOMAIN -> LinkType.LINKS_TO;
      case ACCOUNT, PAGE -> LinkType.AMPLIFIES;
      default -> LinkType.MENTIONS;
    };
  }

  private static @Nullable PartialDate date(@Nullable Moment moment) {
    if (moment == null) {
      return null;
    }
    String instant = PartialDate.of(moment.instant()).text();
    return switch (moment.precision()) {
      case SECOND, MINUTE, HOUR -> new PartialDate(instant);
      case DAY -> new PartialDate(instant.substring(0, "2017-06-22".length()));
      case MONTH -> new PartialDate(instant.substring(0, "2017-06".length()));
      case YEAR -> new PartialDate(instant.substring(0, "2017".length()));
    };
  }

  /** Whether anything was added. */
  boolean isEmpty() {
    return entities.isEmpty();
  }
}
