package org.clew.model.entity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  FORMER_HANDLES("formerHandles", Type.LIST),
  DISPLAY_NAME("displayName"),
  /** Display names used earlier. */
  FORMER_NAMES("formerNames", Type.LIST),
  DESCRIPTION("description"),
  LOCATION("location"),
  URL("url"),
  CREATED("created"),
  FOLLOWERS("followers", Type.LONG),
  FOLLOWING("following", Type.LONG),
  POSTS("posts", Type.LONG),
  /** The registrable domain of a host. */
  REGISTRABLE_DOMAIN("registrableDomain"),
  /** True for a host that only redirects, such as bit.ly. */
  SHORTENER("shortener", Type.BOOLEAN),
  /** True for a host whose owner is not the one who publishes there. */
  PLATFORM_HOST("platformHost", Type.BOOLEAN),
  /** Why evidence through this entity counts nothing, if a noise list holds it. */
  NOISE("noise"),
  /**
   * Why an analyst holds an entity or indicator for innocent: what ties others to it is nothing.
   */
  BENIGN("benign"),
  /** The evidence kind of an indicator, as in {@code tracker/ga}. */
  INDICATOR_KIND("indicatorKind"),
  /** The normalised value of an indicator. */
  VALUE("value"),
  /** How many assets outside the graph are known to share an indicator. */
  EXTERNAL_COUNT("externalCount", Type.LONG),
  /** Who drew up a cluster: label, case, analyst or the name of a detector. */
  DETECTOR("detector"),
  /** How many members a detected cluster has. */
  SIZE("size", Type.LONG),
  /** How many pairs of members of a detected cluster are joined. */
  EDGES("edges", Type.LONG),
  /** That number over the number of pairs. */
  DENSITY("density", Type.DOUBLE),
  /** What the members of a detected cluster do together, such as {@code url 12}: its edges. */
  SIGNALS("signals", Type.LIST),
  /** The first and the last shared act of a detected cluster. */
  FIRST_SEEN("firstSeen"),
  LAST_SEEN("lastSeen"),
  /** Shared acts of a detected cluster by day, such as {@code 2021-08-21 35}. */
  TIMELINE("timeline", Type.LIST),
  /** Innocent explanations of a detected cluster that are worth checking. */
  ALTERNATIVES("alternatives", Type.LIST),
  /** A number a report gives without naming its members, such as 423. */
  STATED_COUNT("statedCount", Type.LONG),
  /** What another analyst or platform concluded, quoted as input. */
  ASSESSED_AS("assessedAs"),
  /** What an analyst wrote; it stands with the analyst's source alone, never on the entity. */
  REMARK("remark"),
  /** What an analyst holds of an entity: inauthentic, authentic or unclear; likewise. */
  ASSESSMENT("assessment"),
  /** Id of the link that a remark is about; likewise. */
  ABOUT("about"),
  /** Technique codes of a report. */
  TECHNIQUES("techniques", Type.LIST),
  LATITUDE("latitude", Type.DOUBLE),
  LONGITUDE("longitude", Type.DOUBLE);

  /** What the values of an attribute are. */
  public enum Type {
    STRING,
    LONG,
    DOUBLE,
    BOOLEAN,
    /** A list of texts. */
    LIST
  }

  private static final Set<String> OF_NOTES = Set.of("remark", "assessment", "about");

  private static final Map<String, Attribute> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Attribute::key, a -> a));

  private final String key;
  private final Type type;

  Attribute(String key) {
    this(key, Type.STRING);
  }

  Attribute(String key, Type type) {
    this.key = key;
    this.type = type;
  }

  /** The name in the graph and in documents. */
  public String key() {
    return key;
  }

  /**
   * The names of what analysts' notes say. Several notes stand side by side, so that no entity
   * shows one of them as its own.
   */
  public static Set<String> ofNotes() {
    return OF_NOTES;
  }

  /** What its values are. */
  public Type type() {
    return type;
  }

  /** The attribute of that name, if there is one. */
  public static Optional<Attribute> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
