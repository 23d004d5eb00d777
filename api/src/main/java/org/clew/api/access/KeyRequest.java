package org.clew.api.access;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.clew.loader.access.KeyFile;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a key, as the command line and HTTP state it.
 *
 * @param role a role's name; required
 * @param name what its owner calls it; null for no name
 * @param expires the last day on which it is valid, as {@code 2027-12-31}; null for no end
 */
public record KeyRequest(@Nullable String role, @Nullable String name, @Nullable String expires) {
  /**
   * Makes the key.
   *
   * @return the key with its text, which is told this once
   * @throws ClewException USAGE when a value is missing or makes no sense
   */
  public KeyDocument create(KeyFile keys) {
    if (role == null) {
      throw new ClewException(Reason.USAGE, "The field 'role' is missing.");
    }
    return KeyDocument.of(keys.create(Role.parse(role), name == null ? "" : name, lastDay()));
  }

  private @Nullable LocalDate lastDay() {
    try {
      return expires == null ? null : LocalDate.parse(expires);
    } catch (DateTimeParseException e) {
      throw new ClewException(
          Reason.USAGE, "'" + expires + "' is not a day; write it as 2027-12-31.", e);
    }
  }
}
