package org.clew.loader.entity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** ISO 3166 two-letter codes of countries by their English names and usual variants. */
public final class Countries {
  private static final Map<String, String> CODES = new HashMap<>();
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    Resources.text("countries.csv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              String code = line.substring(0, 2);
              CODES.put(Slugs.of(line.substring(3)), code);
              CODES.put(code.toLowerCase(Locale.ROOT), code);
              NAMES.putIfAbsent(code, line.substring(3));
            });
  }

  private Countries() {}

  /**
   * The code of the country of that name or code, such as {@code AE} for {@code UAE}; case,
   * diacritics and punctuation do not matter. {@code EU} stands for the European Union and {@code
   * XK} for Kosovo.
   */
  public static Optional<String> code(String name) {
    return name.isBlank() ? Optional.empty() : Optional.ofNullable(CODES.get(Slugs.of(name)));
  }

  /** The English name for a code; the code itself where it is not known. */
  public static String name(String code) {
    return NAMES.getOrDefault(code, code);
  }
}
