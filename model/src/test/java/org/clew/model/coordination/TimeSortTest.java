package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TimeSortTest {
  @Property
  void shouldSortNearTimesAndKeepTheOrderOfEqualOnes(
      @ForAll @Size(max = 300) List<@LongRange(min = -40, max = 40) Long> times) {
    long[] seconds = seconds(times);

    assertThat(sorted(seconds)).isEqualTo(expected(seconds));
  }

  @Property
  void shouldSortTimesThatLieFartherApartThanTheirDifferenceFitsInAnInt(
      @ForAll @Size(max = 50) List<@LongRange(min = -(1L << 61), max = 1L << 61) Long> times) {
    long[] seconds = seconds(times);

    assertThat(sorted(seconds)).isEqualTo(expected(seconds));
  }

  private static long[] seconds(List<Long> times) {
    return times.stream().mapToLong(Long::longValue).toArray();
  }

  private static int[] sorted(long[] seconds) {
    int[] rows = IntStream.range(0, seconds.length).toArray();
    new TimeSort(seconds).sort(rows, 0, rows.length);
    return rows;
  }

  private static int[] expected(long[] seconds) {
    return IntStream.range(0, seconds.length)
        .boxed()
        .sorted(Comparator.comparingLong(row -> seconds[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Property(tries = 20)
  void shouldLeaveTheOtherRowsAlone(
      @ForAll @Size(min = 10, max = 20) List<@LongRange(min = 0, max = 9) Long> times) {
    long[] seconds = seconds(times);
    int[] rows = IntStream.range(0, seconds.length).toArray();

    new TimeSort(seconds).sort(rows, 3, 7);

    assertThat(Arrays.copyOf(rows, 3)).containsExactly(0, 1, 2);
    assertThat(Arrays.stream(rows, 3, 7)).containsExactlyInAnyOrder(3, 4, 5, 6);
    assertThat(rows[7]).isEqualTo(7);
  }
}
