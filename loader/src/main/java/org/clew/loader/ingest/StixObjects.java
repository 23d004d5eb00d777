package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.Slugs;
import org.clew.loader.entity.Urls;
import org.clew.loader.entity.WebAddress;
import org.clew.loader.ingest.JsonObjects.Item;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.jspecify.annotations.Nullable;

/** The objects of a bundle as entities. */
final class StixObjects {
  private static final Pattern STATED_COUNT =
      Pattern.compile(
          "(?i)\\s*(?:about|around|approximately|over|more than|at least|some|~)?\\s*"
              + "(\\d{1,3}(?:[,.]\\d{3}){1,5}|\\d{1,9})\\s+(?:[\\p{L}-]+\\s+){0,4}"
              + "(?:accounts?|pages?|groups?|profiles?|users?|domains?|websites?|sites?|urls?|channels?|posts?|tweets?)\\b.*");
  private static final Pattern PATTERN_VALUE =
      Pattern.compile(
          "(domain-name|url|ipv4-addr|email-addr):value\\s*=\\s*'((?:[^'\\\\]|\\\\.)*)'");
  private static final Pattern IP = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");
  private static final Map<String, String> PLATFORMS =
      Map.of("twitter", "x", "x (twitter)", "x", "meta", "facebook", "vkontakte", "vk");
  private static final Set<String> KNOWN_PLATFORMS =
      Set.of(
          "x", "facebook", "instagram", "telegram", "youtube", "vk", "tiktok", "threads", "reddit");
  private static final int HASH = 8;

  private StixObjects() {}

  /**
   * What an object is.
   *
   * @param entities the entities it stands for; none where it is context
   * @param column what is at fault; null for nothing
   * @param reason why it cannot be taken over; null when it can
   */
  record Reading(List<Entity> entities, @Nullable String column, @Nullable String reason) {
    static final Reading CONTEXT = new Reading(List.of(), null, null);

    static Reading of(Entity entity) {
      return new Reading(List.of(entity), null, null);
    }

    static Reading fault(String column, String value) {
      return new Reading(List.of(), column, "'" + value + "' names no address, account or value.");
    }
  }

  static Reading read(Item item) {
    Optional<Entity> many = statedCount(item);
    if (many.isPresent()) {
      return Reading.of(many.get());
    }
    return switch (item.text("type")) {
      case "domain-name" -> host(item.text("value"));
      case "url" -> address("value", item.text("value"));
      case "media-content" -> address("url", item.text("url"));
      case "channel" -> channel(item);
      case "user-account" -> account(item);
      case "ipv4-addr" -> ip(item.text("value"));
      case "indicator" -> pattern(item);
      case "identity", "threat-actor" -> actor(item);
      case "campaign", "intrusion-set", "grouping" -> Reading.of(cluster(item));
      default -> Reading.CONTEXT;
    };
  }

  /** An object that stands for many without naming them is one statement with a number. */
  private static Optional<Entity> statedCount(Item item) {
    for (String field : List.of("name", "value", "account_login", "display_name", "user_id")) {
      Matcher matcher = STATED_COUNT.matcher(item.text(field));
      if (matcher.matches()) {
        String text = item.text(field);
        Map<String, Object> attributes = new TreeMap<>();
        attributes.put(Attribute.DETECTOR.key(), "label");
        attributes.put(
            Attribute.STATED_COUNT.key(), Long.valueOf(matcher.group(1).replaceAll("[,.]", "")));
        return Optional.of(Entity.of(cluster(item, text), text, attributes));
      }
    }
    return Optional.empty();
  }

  private static Reading host(String value) {
    return Hosts.normalise(Urls.refang(value))
        .map(host -> Reading.of(Entity.of(EntityId.domain(host), host)))
        .orElseGet(() -> Reading.fault("value", value));
  }

  private static Reading address(String column, String value) {
    WebAddress address = WebAddress.of(Urls.refang(value));
    if (address instanceof WebAddress.Site site) {
      return Reading.of(Entity.of(EntityId.domain(site.host()), site.host()));
    }
    return address instanceof WebAddress.Asset asset
        ? Reading.of(Entity.of(asset.id(), asset.name()))
        : Reading.fault(column, value);
  }

  private static Reading channel(Item item) {
    String name = item.text("name");
    Reading byName = address("name", name);
    if (byName.reason() == null) {
      return byName;
    }
    return item.texts("channel_types").stream()
        .map(StixObjects::platform)
        .flatMap(Optional::stream)
        .map(platform -> WebAddress.ofHandle(platform, name))
        .filter(WebAddress.Asset.class::isInstance)
        .map(WebAddress.Asset.class::cast)
        .findFirst()
        .map(asset -> Reading.of(Entity.of(asset.id(), asset.name())))
        .orElse(byName);
  }

  private static Optional<String> platform(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String name = PLATFORMS.getOrDefault(lower, lower);
    return Optional.of(name).filter(KNOWN_PLATFORMS::contains);
  }

  private static Reading account(Item item) {
    String type = item.text("account_type").toLowerCase(Locale.ROOT);
    String word = type.replaceFirst("-(?:page|group)$", "");
    String platform = platform(word).orElse(word.isEmpty() ? "web" : Slugs.of(word));
    String user = item.text("user_id");
    String login = item.text("account_login").replaceFirst("^@", "");
    String local = user.isEmpty() ? "@" + login.toLowerCase(Locale.ROOT) : user;
    if (user.isEmpty() && (login.isEmpty() || login.chars().anyMatch(Character::isWhitespace))) {
      return Reading.fault("account_login", login);
    }
    EntityId id =
        type.endsWith("-page")
            ? EntityId.page(platform, local)
            : type.endsWith("-group")
                ? EntityId.group(platform, local)
                : EntityId.account(platform, local);
    Map<String, Object> attributes = new TreeMap<>();
    if (!login.isEmpty()) {
      attributes.put(Attribute.HANDLE.key(), login);
    }
    String shown = item.text("display_name");
    if (!shown.isEmpty()) {
      attributes.put(Attribute.DISPLAY_NAME.key(), shown);
    }
    String name = shown.isEmpty() ? login.isEmpty() ? id.local() : "@" + login : shown;
    return Reading.of(Entity.of(id, name, attributes));
  }

  private static Reading ip(String value) {
    return IP.matcher(value).matches()
        ? Reading.of(Entity.of(EntityId.indicator("hosting/ip", value), value))
        : Reading.fault("value", value);
  }

  /** Of a pattern the values it compares for equality; others are context. */
  private static Reading pattern(Item item) {
    List<Entity> entities = new ArrayList<>();
    Matcher matcher = PATTERN_VALUE.matcher(item.text("pattern"));
    while (matcher.find()) {
      String value = matcher.group(2).replaceAll("\\\\(.)", "$1");
      Reading reading =
          switch (matcher.group(1)) {
            case "domain-name" -> host(value);
            case "url" -> address("pattern", value);
            case "ipv4-addr" -> ip(value);
            default -> Reading.CONTEXT;
          };
      if (reading.reason() != null) {
        return new Reading(List.of(), "pattern", reading.reason());
      }
      entities.addAll(reading.entities());
    }
    return new Reading(List.copyOf(entities), null, null);
  }

  /** Sectors and systems are no actors. */
  private static Reading actor(Item item) {
    String name = item.text("name");
    String slug = Slugs.of(name);
    boolean actor = !Set.of("class", "system").contains(item.text("identity_class"));
    if (!actor || slug.isEmpty()) {
      return Reading.CONTEXT;
    }
    Map<String, Object> attributes = new TreeMap<>();
    String description = item.text("description");
    if (!description.isEmpty()) {
      attributes.put(Attribute.DESCRIPTION.key(), description);
    }
    return Reading.of(Entity.of(EntityId.organization(slug), name, attributes));
  }

  private static Entity cluster(Item item) {
    String name = item.text("name").isEmpty() ? item.text("id") : item.text("name");
    return Entity.of(cluster(item, name), name, Map.of(Attribute.DETECTOR.key(), "label"));
  }

  private static EntityId cluster(Item item, String name) {
    String hash = Hashes.shortHash(item.text("id")).substring(0, HASH);
    String slug = Slugs.of(name);
    return EntityId.cluster("label", slug.isEmpty() ? hash : slug + "-" + hash);
  }
}
