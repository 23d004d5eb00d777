package org.clew.loader.observation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Knows the names of erased entities again inside any text, from keyed hashes alone. A name is a
 * row of words; case and what stands between the words do not count.
 */
final class ErasedNames implements Predicate<String> {
  /** Of a longer name the first words count. */
  private static final int WORDS = 8;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  /** Keeps names apart from ids, which are hashed under the same key. */
  private static final String MARK = "name ";

  private final Tombstones.Check check;

  ErasedNames(Tombstones.Check check) {
    this.check = check;
  }

  /** What is hashed of each name; nothing of one without letters and digits. */
  static Set<String> marks(Collection<String> names) {
    Set<String> marks = new TreeSet<>();
    for (String name : names) {
      List<String> words = words(name);
      if (!words.isEmpty()) {
        marks.add(mark(words.subList(0, Math.min(WORDS, words.size()))));
      }
    }
    return marks;
  }

  @Override
  public boolean test(String text) {
    if (check.isEmpty()) {
      return false;
    }
    List<String> words = words(text);
    Set<String> tried = new TreeSet<>();
    for (int start = 0; start < words.size(); start++) {
      for (int end = start + 1; end <= Math.min(words.size(), start + WORDS); end++) {
        String mark = mark(words.subList(start, end));
        if (tried.add(mark) && check.isErased(mark)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> words(String text) {
    return new ArrayList<>(
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList());
  }

  private static String mark(List<String> words) {
    return MARK + String.join(" ", words);
  }
}
