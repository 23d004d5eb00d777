package org.clew.loader.entity;

import java.util.Map;
import java.util.TreeMap;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;

/** What an id alone says of its entity. */
public final class Descriptions {
  private static final String MAIL = "registration/email";
  private static final String CDN = "hosting/cdn-host";

  private Descriptions() {}

  /**
   * The entity with the id's local part as its name and the attributes that follow from the id: the
   * registrable domain and the noise marks of a host, platform and handle of an account, page or
   * group, kind and value of an indicator.
   */
  public static Entity of(EntityId id) {
    return Entity.of(id, id.local(), attributes(id));
  }

  private static Map<String, Object> attributes(EntityId id) {
    return switch (id.kind()) {
      case DOMAIN -> ofHost(id.local());
      case ACCOUNT, PAGE, GROUP -> ofAsset(id.local());
      case INDICATOR -> ofIndicator(id.local());
      default -> Map.of();
    };
  }

  private static Map<String, Object> ofHost(String host) {
    Map<String, Object> attributes = new TreeMap<>();
    if (Hosts.normalise(host).isEmpty()) {
      return attributes;
    }
    NoiseList noise = NoiseList.builtIn();
    attributes.put(Attribute.REGISTRABLE_DOMAIN.key(), Hosts.registrableDomain(host));
    if (noise.isShortener(host)) {
      attributes.put(Attribute.SHORTENER.key(), true);
    }
    if (noise.isPlatform(host)) {
      attributes.put(Attribute.PLATFORM_HOST.key(), true);
    }
    noise.host(host).ifPresent(reason -> attributes.put(Attribute.NOISE.key(), reason));
    return attributes;
  }

  private static Map<String, Object> ofAsset(String local) {
    Map<String, Object> attributes = new TreeMap<>();
    int colon = local.indexOf(':');
    if (colon > 0) {
      attributes.put(Attribute.PLATFORM.key(), local.substring(0, colon));
      if (local.startsWith("@", colon + 1) && local.length() > colon + 2) {
        attributes.put(Attribute.HANDLE.key(), local.substring(colon + 2));
      }
    }
    return attributes;
  }

  private static Map<String, Object> ofIndicator(String local) {
    Map<String, Object> attributes = new TreeMap<>();
    int colon = local.indexOf(':');
    if (colon <= 0 || colon == local.length() - 1) {
      return attributes;
    }
    String kind = local.substring(0, colon);
    String value = local.substring(colon + 1);
    attributes.put(Attribute.INDICATOR_KIND.key(), kind);
    attributes.put(Attribute.VALUE.key(), value);
    if (kind.equals(CDN) && Hosts.normalise(value).isPresent()) {
      NoiseList.builtIn().host(value).ifPresent(why -> attributes.put(Attribute.NOISE.key(), why));
    }
    if (kind.equals(MAIL) && NoiseList.builtIn().isServiceEmail(value)) {
      attributes.put(Attribute.NOISE.key(), "registrar's or privacy service's address");
    }
    return attributes;
  }
}
