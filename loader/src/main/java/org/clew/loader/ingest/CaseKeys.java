package org.clew.loader.ingest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clew.model.entity.Attribute;

/**
 * The keys of case files. Case, hyphens, underscores and blanks do not matter; a key that is nearly
 * a known one is a slip of the pen, any other is something Clew has no place for.
 */
final class CaseKeys {
  private static final Map<String, String> CANONICAL = new LinkedHashMap<>();
  private static final int LETTERS_A_SLIP = 4;

  static {
    Stream.concat(
            Stream.of(
                "id",
                "name",
                "source",
                "evidence",
                "from",
                "to",
                "type",
                "basis",
                "kind",
                "grade",
                "firstSeen",
                "lastSeen",
                "count",
                "note",
                "title",
                "publisher",
                "date",
                "licence",
                "url",
                "derivesFrom",
                "tlp",
                "status"),
            Arrays.stream(Attribute.values()).map(Attribute::key))
        .forEach(key -> CANONICAL.put(plain(key), key));
    CANONICAL.put("license", "licence");
    CANONICAL.put("sources", "source");
    CANONICAL.put("derivedfrom", "derivesFrom");
    CANONICAL.put("notes", "note");
  }

  private CaseKeys() {}

  /** The key as Clew writes it; an unknown one as it stands. */
  static String canonical(String key) {
    return CANONICAL.getOrDefault(plain(key), key);
  }

  /** Which of some keys was most likely meant, or nothing when none is near. */
  static Optional<String> meant(String key, Set<String> keys) {
    String plain = plain(key);
    int most = 1 + plain.length() / (2 * LETTERS_A_SLIP);
    return keys.stream()
        .filter(known -> slips(plain, plain(known)) <= most)
        .min(
            Comparator.comparingInt((String known) -> slips(plain, plain(known)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String key) {
    return key.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  /**
   * How many letters must be inserted, left out, changed or swapped with their neighbour to turn
   * one word into the other (optimal string alignment).
   */
  private static int slips(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int least(int[][] cost, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
