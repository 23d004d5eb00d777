package org.clew.api.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.access.Role;
import org.jspecify.annotations.Nullable;

/** What a request for a key says; dates are texts here, so that a wrong one is told by name. */
record KeyBody(@Nullable String role, @Nullable String name, @Nullable String expires) {
  Role wantedRole() {
    if (role == null) {
      throw new ClewException(Reason.USAGE, "The field 'role' is missing.");
    }
    return Role.parse(role);
  }

  String wantedName() {
    return name == null ? "" : name;
  }

  @Nullable LocalDate lastDay() {
    try {
      return expires == null ? null : LocalDate.parse(expires);
    } catch (DateTimeParseException e) {
      throw new ClewException(
          Reason.USAGE, "'" + expires + "' is not a day; write it as 2027-12-31.", e);
    }
  }
}
