package org.clew.loader.observation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was made of the texts that came of late, for texts that come again and again. All is
 * forgotten when there are too many.
 */
final class Recent<T> {
  private final Map<String, T> made = new HashMap<>();
  private final Function<String, T> maker;
  private final int most;

  /**
   * Remembers nothing yet.
   *
   * @param most how many texts are remembered
   */
  Recent(int most, Function<String, T> maker) {
    this.most = most;
    this.maker = maker;
  }

  T of(String text) {
    T known = made.get(text);
    if (known == null) {
      if (made.size() >= most) {
        made.clear();
      }
      known = maker.apply(text);
      made.put(text, known);
    }
    return known;
  }
}
