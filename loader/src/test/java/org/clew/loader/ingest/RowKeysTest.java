package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RowKeysTest {
  @Property(tries = 50)
  void shouldKnowTheKeysThatWereAddedAndNotTakenBack(
      @ForAll @Size(max = 3_000) List<@IntRange(max = 2_000) Integer> numbers) {
    RowKeys keys = new RowKeys();
    Set<Integer> expected = new HashSet<>();

    for (int number : numbers) {
      boolean isNew = keys.add(new RowKeys.Key(1, number % 500));
      assertThat(isNew).isEqualTo(!expected.contains(number % 500));
      if (isNew && number % 7 == 0) {
        keys.removeLast();
      } else {
        expected.add(number % 500);
      }
    }

    assertThat(keys.size()).isEqualTo(expected.size());
  }
}
