package org.clew.model.evidence;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Whether one host name was made to be taken for another: letters that look the same, or one or two
 * letters added, dropped, swapped or replaced (optimal string alignment distance) in the label
 * under the public suffix, or the whole of the other host put before a domain of one's own. The
 * same label under another suffix is not a look-alike but a {@linkplain #sameLabel claim} that both
 * are one owner's.
 */
public final class LookAlike {
  private static final int ONE_ERROR_FROM = 5;
  private static final int TWO_ERRORS_FROM = 9;
  private static final Map<Integer, String> CONFUSABLE =
      Map.ofEntries(
          Map.entry((int) '0', "o"),
          Map.entry((int) '1', "l"),
          Map.entry((int) 'i', "l"),
          Map.entry((int) '|', "l"),
          Map.entry((int) '5', "s"),
          Map.entry((int) 'ı', "l"),
          Map.entry((int) 'а', "a"),
          Map.entry((int) 'в', "b"),
          Map.entry((int) 'е', "e"),
          Map.entry((int) 'і', "l"),
          Map.entry((int) 'ӏ', "l"),
          Map.entry((int) 'ј', "j"),
          Map.entry((int) 'к', "k"),
          Map.entry((int) 'м', "m"),
          Map.entry((int) 'н', "h"),
          Map.entry((int) 'о', "o"),
          Map.entry((int) 'р', "p"),
          Map.entry((int) 'с', "c"),
          Map.entry((int) 'т', "t"),
          Map.entry((int) 'у', "y"),
          Map.entry((int) 'х', "x"),
          Map.entry((int) 'ѕ', "s"),
          Map.entry((int) 'ԁ', "d"),
          Map.entry((int) 'ɡ', "g"),
          Map.entry((int) 'α', "a"),
          Map.entry((int) 'ο', "o"),
          Map.entry((int) 'ρ', "p"),
          Map.entry((int) 'ν', "v"));

  private LookAlike() {}

  /** How one host resembles another. */
  public enum Likeness {
    NONE,
    /** A letter or two differ: what a typing error or a swapped letter does. */
    NEARLY_THE_SAME,
    /** A reader sees the same name, or the whole other host in front. */
    SAME_TO_THE_EYE
  }

  /**
   * How two hosts resemble each other, in either direction.
   *
   * @param host a host in ASCII or Unicode form
   * @param registrable its registrable domain
   * @param otherHost the other host
   * @param otherRegistrable its registrable domain
   */
  public static Likeness of(
      String host, String registrable, String otherHost, String otherRegistrable) {
    if (registrable.equals(otherRegistrable)) {
      return Likeness.NONE;
    }
    if (host.startsWith(otherRegistrable + ".") || otherHost.startsWith(registrable + ".")) {
      return Likeness.SAME_TO_THE_EYE;
    }
    String label = label(registrable);
    String other = label(otherRegistrable);
    if (label.equals(other)) {
      return Likeness.NONE;
    }
    if (skeleton(label).equals(skeleton(other))) {
      return Likeness.SAME_TO_THE_EYE;
    }
    boolean near = distance(label, other) <= tolerated(Math.min(label.length(), other.length()));
    return near ? Likeness.NEARLY_THE_SAME : Likeness.NONE;
  }

  /** Whether two registrable domains are the same label under different suffixes. */
  public static boolean sameLabel(String registrable, String otherRegistrable) {
    return !registrable.equals(otherRegistrable)
        && label(registrable).equals(label(otherRegistrable));
  }

  private static String label(String registrable) {
    int dot = registrable.indexOf('.');
    String first = dot < 0 ? registrable : registrable.substring(0, dot);
    return IDN.toUnicode(first, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
  }

  private static int tolerated(int length) {
    if (length >= TWO_ERRORS_FROM) {
      return 2;
    }
    return length >= ONE_ERROR_FROM ? 1 : 0;
  }

  private static String skeleton(String label) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(label, Normalizer.Form.NFKD)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .filter(point -> point != '-')
        .forEach(point -> plain.append(CONFUSABLE.getOrDefault(point, Character.toString(point))));
    return plain.toString().replace("rn", "m").replace("vv", "w").replace("cl", "d");
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + replaced);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
