package org.clew.model.entity;

import java.util.Arrays;
import java.util.Optional;

/** The attributes an entity can have, by the name they carry in the graph and in every document. */
public enum Attribute {
  /** ISO 3166 two-letter code of the country an outlet, organization or site belongs to. */
  COUNTRY("country"),
  /** The company or body that runs an outlet, as the source names it. */
  COMPANY("company"),
  /** official, state-controlled, captured, independent or unknown: an input, never computed. */
  STATE_RELATION("stateRelation"),
  /** The source's own word for the state relation, such as {@code CaPu}. */
  TYPOLOGY("typology"),
  /** Working or not, as the source says. */
  STATUS("status"),
  /** Free text of the source. */
  NOTE("note"),
  REGION("region"),
  LANGUAGE("language"),
  /** The platform of an account, page or group: x, facebook, instagram, telegram, youtube, vk … */
  PLATFORM("platform"),
  /** The name in the address of an account, page or group, without the at sign. */
  HANDLE("handle"),
  /** Handles used earlier. */
  FORMER_HANDLES("formerHandles"),
  DISPLAY_NAME("displayName"),
  DESCRIPTION("description"),
  LOCATION("location"),
  URL("url"),
  CREATED("created"),
  FOLLOWERS("followers"),
  FOLLOWING("following"),
  POSTS("posts"),
  /** The registrable domain of a host. */
  REGISTRABLE_DOMAIN("registrableDomain"),
  /** True for a host that only redirects, such as bit.ly. */
  SHORTENER("shortener"),
  /** True for a host whose owner is not the one who publishes there. */
  PLATFORM_HOST("platformHost"),
  /** Why evidence through this entity counts nothing, if a noise list holds it. */
  NOISE("noise"),
  /** The evidence kind of an indicator, as in {@code tracker/ga}. */
  INDICATOR_KIND("indicatorKind"),
  /** The normalised value of an indicator. */
  VALUE("value"),
  /** How many assets outside the graph are known to share an indicator. */
  EXTERNAL_COUNT("externalCount"),
  /** Who drew up a cluster: label, case, analyst or the name of a detector. */
  DETECTOR("detector"),
  /** A number a report gives without naming its members, such as 423. */
  STATED_COUNT("statedCount"),
  /** What another analyst or platform concluded, quoted as input. */
  ASSESSED_AS("assessedAs"),
  /** Technique codes of a report. */
  TECHNIQUES("techniques"),
  LATITUDE("latitude"),
  LONGITUDE("longitude");

  private final String key;

  Attribute(String key) {
    this.key = key;
  }

  /** The name in the graph and in documents. */
  public String key() {
    return key;
  }

  /** The attribute of that name, if there is one. */
  public static Optional<Attribute> ofKey(String key) {
    return Arrays.stream(values()).filter(attribute -> attribute.key.equals(key)).findFirst();
  }
}
