package org.clew.api.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clew.cypher.entity.EntityView;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.entity.Hashes;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Entities as STIX objects. The STIX id of most follows from the entity's id; where it follows from
 * attributes (a platform account with both id and handle, a URL) it is remembered for the
 * relationships that come later.
 */
final class StixEntities {
  private static final Pattern AMBIGUOUS =
      Pattern.compile("(?s)[^:]*|(?:twitter|[^:]*-page|[^:]*-group):.*");

  private final Map<EntityId, String> remembered = new HashMap<>();

  /** The object that stands for an entity, with Clew's own properties. */
  StixObject object(EntityView entity) {
    StixObject object = plain(entity);
    if (!object.id().equals(reference(entity.id()))) {
      remembered.put(entity.id(), object.id());
    }
    Map<String, Object> content = new TreeMap<>();
    content.put("entity_id", entity.id().value());
    content.put("kind", entity.id().kind().label());
    content.put("properties", GraphProperties.of(entity));
    boolean own = object.id().startsWith("clew-artifact");
    return object.extended(own ? "new-sco" : "property-extension", content);
  }

  /** The STIX id of an entity; that of a cluster is its campaign's. */
  String reference(EntityId id) {
    String known = remembered.get(id);
    if (known != null) {
      return known;
    }
    return switch (id.kind()) {
      case ACCOUNT, PAGE, GROUP -> userAccount(id, account(id, null));
      case DOMAIN -> StixIds.observable("domain-name", single(id.local()));
      case MEDIA_OUTLET, ORGANIZATION, STATE -> StixIds.own("identity", id.value());
      case INDICATOR -> StixIds.own("infrastructure", id.value());
      case CLUSTER -> StixIds.own("campaign", id.value());
      case ARTIFACT -> StixIds.own("clew-artifact", id.value());
      case SOURCE -> StixIds.own("clew-source", id.value());
    };
  }

  private StixObject plain(EntityView entity) {
    EntityId id = entity.id();
    return switch (id.kind()) {
      case ACCOUNT, PAGE, GROUP -> userAccount(entity);
      case DOMAIN -> StixObject.observable("domain-name", reference(id)).with("value", id.local());
      case MEDIA_OUTLET, ORGANIZATION, STATE -> identity(entity);
      case ARTIFACT -> artifact(entity);
      case INDICATOR -> named("infrastructure", entity);
      case CLUSTER -> named("campaign", entity);
      case SOURCE -> named("clew-source", entity);
    };
  }

  /** Where the properties would be those of another account, the id follows from Clew's. */
  private static String userAccount(EntityId id, SortedMap<String, String> account) {
    return AMBIGUOUS.matcher(id.local()).matches()
        ? StixIds.own("user-account", id.value())
        : StixIds.observable("user-account", account);
  }

  private static StixObject userAccount(EntityView entity) {
    SortedMap<String, String> account = account(entity.id(), text(entity, Attribute.HANDLE));
    StixObject object = StixObject.observable("user-account", userAccount(entity.id(), account));
    account.forEach(object::with);
    String displayName = text(entity, Attribute.DISPLAY_NAME);
    return object
        .with("display_name", displayName == null ? entity.name() : displayName)
        .with("account_created", instant(text(entity, Attribute.CREATED)));
  }

  private StixObject identity(EntityView entity) {
    StixObject object =
        named("identity", entity)
            .with("identity_class", "organization")
            .with("contact_information", text(entity, Attribute.URL));
    return switch (entity.id().kind()) {
      case STATE -> object.with("sectors", List.of("government-national"));
      case MEDIA_OUTLET -> object.with("roles", List.of("media-outlet"));
      default -> object;
    };
  }

  private static StixObject artifact(EntityView entity) {
    String url = text(entity, Attribute.VALUE);
    if (url != null
        && entity.id().local().equals("url:" + Hashes.shortHash(url))
        && StixReferences.isWebAddress(url)) {
      return StixObject.observable("url", StixIds.observable("url", single(url)))
          .with("value", url);
    }
    return StixObject.observable(
        "clew-artifact", StixIds.own("clew-artifact", entity.id().value()));
  }

  private StixObject named(String type, EntityView entity) {
    Object techniques = entity.attributes().get(Attribute.TECHNIQUES.key());
    String description = text(entity, Attribute.DESCRIPTION);
    return StixObject.dated(type, reference(entity.id()))
        .with("name", entity.name())
        .with("description", description == null ? text(entity, Attribute.NOTE) : description)
        .with("labels", techniques instanceof List ? techniques : null);
  }

  /** The three properties that make a user account's id, as far as they are known. */
  private static SortedMap<String, String> account(EntityId id, @Nullable String handle) {
    SortedMap<String, String> account = new TreeMap<>();
    int colon = id.local().indexOf(':');
    String key = id.local().substring(colon + 1);
    if (colon > 0) {
      account.put("account_type", accountType(id.local().substring(0, colon), id.kind()));
    }
    if (key.startsWith("@")) {
      account.put("account_login", key.substring(1));
    } else {
      account.put("user_id", key);
      if (handle != null && !handle.isBlank()) {
        account.put("account_login", handle);
      }
    }
    return account;
  }

  /** A page and a group may share their number or name with an account of the same platform. */
  private static String accountType(String platform, EntityKind kind) {
    String type = platform.equals("x") ? "twitter" : platform;
    return switch (kind) {
      case PAGE -> type + "-page";
      case GROUP -> type + "-group";
      default -> type;
    };
  }

  private static SortedMap<String, String> single(String value) {
    return new TreeMap<>(Map.of("value", value));
  }

  private static @Nullable String text(EntityView entity, Attribute attribute) {
    Object value = entity.attributes().get(attribute.key());
    return value instanceof String text ? text : null;
  }

  /** A day never becomes a made-up midnight. */
  private static @Nullable String instant(@Nullable String date) {
    return date == null || !date.contains("T")
        ? null
        : PartialDate.tryParse(date).map(PartialDate::text).orElse(null);
  }
}
