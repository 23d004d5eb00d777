package org.clew.model.entity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A readable id that is stable across loads, such as {@code account:x:25073877}, {@code
 * domain:parstoday.com} or {@code outlet:ir:press-tv}. The first part names the kind. Equality and
 * order are those of the text.
 *
 * @param value the whole id; its first part is the prefix of a kind and something follows it, in at
 *     most 8,000 bytes of UTF-8, what an index of the graph can hold
 */
public record EntityId(String value) implements Comparable<EntityId> {
  private static final int MAX_BYTES = 8_000;
  private static final int MAX_BYTES_OF_CHAR = 3;
  private static final int SHOWN = 60;

  public EntityId {
    int colon = value.indexOf(':');
    if (colon <= 0
        || colon == value.length() - 1
        || EntityKind.ofIdPrefix(value.substring(0, colon)).isEmpty()) {
      throw new ClewException(
          Reason.USAGE,
          "'" + value + "' is not an id; ids look like domain:example.org or outlet:ir:press-tv.");
    }
    if (isTooLong(value)) {
      throw new ClewException(
          Reason.USAGE, "The id '" + beginning(value) + "…' is longer than 8,000 bytes.");
    }
  }

  private static String beginning(String value) {
    boolean splits = Character.isHighSurrogate(value.charAt(SHOWN - 1));
    return value.substring(0, splits ? SHOWN - 1 : SHOWN);
  }

  private static boolean isTooLong(String value) {
    return value.length() > MAX_BYTES / MAX_BYTES_OF_CHAR
        && value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  /** The kind its first part names. */
  public EntityKind kind() {
    return EntityKind.ofIdPrefix(value.substring(0, value.indexOf(':'))).orElseThrow();
  }

  /** What follows the kind's prefix. */
  public String local() {
    return value.substring(value.indexOf(':') + 1);
  }

  /** An account on a platform by the platform's own id, which is never a number to Clew. */
  public static EntityId account(String platform, String id) {
    return new EntityId("account:" + platform + ":" + id);
  }

  /** An account of which only the handle is known; handles are compared in lower case. */
  public static EntityId accountByHandle(String platform, String handle) {
    return account(platform, "@" + handle.toLowerCase(Locale.ROOT));
  }

  /** A page on a platform by the platform's own id. */
  public static EntityId page(String platform, String id) {
    return new EntityId("page:" + platform + ":" + id);
  }

  /** A page of which only the name in its address is known. */
  public static EntityId pageByHandle(String platform, String handle) {
    return page(platform, "@" + handle.toLowerCase(Locale.ROOT));
  }

  /** A group on a platform by the platform's own id. */
  public static EntityId group(String platform, String id) {
    return new EntityId("group:" + platform + ":" + id);
  }

  /** A group of which only the name in its address is known. */
  public static EntityId groupByHandle(String platform, String handle) {
    return group(platform, "@" + handle.toLowerCase(Locale.ROOT));
  }

  /** A full host in its normalised ASCII form. */
  public static EntityId domain(String host) {
    return new EntityId("domain:" + host);
  }

  /** A media outlet by ISO 3166 country code and the slug of its name. */
  public static EntityId outlet(String country, String slug) {
    return new EntityId("outlet:" + country.toLowerCase(Locale.ROOT) + ":" + slug);
  }

  /** An organization by the slug of its name, or country and slug joined by a colon. */
  public static EntityId organization(String slug) {
    return new EntityId("org:" + slug);
  }

  /** A state by its ISO 3166 country code. */
  public static EntityId state(String country) {
    return new EntityId("state:" + country.toUpperCase(Locale.ROOT));
  }

  /** An indicator by the prefix of its evidence kind, such as {@code tracker/ga}, and its value. */
  public static EntityId indicator(String kind, String value) {
    return new EntityId("indicator:" + kind + ":" + value);
  }

  /** A cluster by who drew it up ({@code label}, {@code case}, a detector) and a slug or hash. */
  public static EntityId cluster(String detector, String key) {
    return new EntityId("cluster:" + detector + ":" + key);
  }

  /** A source by its slug. */
  public static EntityId source(String slug) {
    return new EntityId("source:" + slug);
  }

  /** As a record has it, but in a third of the time; archives hold millions of ids. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof EntityId id && value.equals(id.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(EntityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
