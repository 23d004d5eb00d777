package org.clew.model.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** What a caller may do; each role may do all that the ones before it may. */
public enum Role {
  /** Reads everything and asks questions. */
  READER,
  /** Imports, detects, decides on claims, keeps notes and queries. */
  ANALYST,
  /** Makes and revokes keys. */
  ADMIN;

  /** Whether this role may do what is asked of another. */
  public boolean allows(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of that name, whatever its case.
   *
   * @throws ClewException USAGE when there is none
   */
  public static Role parse(String word) {
    return Arrays.stream(values())
        .filter(role -> role.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new ClewException(
                    Reason.USAGE,
                    "There is no role '"
                        + word
                        + "'; there are: "
                        + Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "))
                        + "."));
  }
}
