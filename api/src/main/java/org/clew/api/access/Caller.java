package org.clew.api.access;

import org.clew.model.access.AccessKey;
import org.clew.model.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param id id of a key, or {@code local} for the single user of a server that demands no keys
 * @param name the key's name; null where it has none
 * @param role what the caller may do
 */
public record Caller(String id, @Nullable String name, Role role) {
  /** The single user of a server on loopback that demands no keys. */
  public static final Caller LOCAL = new Caller("local", null, Role.ADMIN);

  /** Who holds that key. */
  public static Caller of(AccessKey key) {
    return new Caller(key.id(), key.name().isEmpty() ? null : key.name(), key.role());
  }

  /** Whether what a caller of that id started is this one's to see and to stop. */
  public boolean maySee(String owner) {
    return id.equals(owner) || role == Role.ADMIN;
  }
}
