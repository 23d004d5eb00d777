package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clew.api.export.PictureLayout.Arc;
import org.clew.api.export.PictureLayout.Placed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureLayoutTest {
  @Test
  void shouldUncrossWhatCanBeUncrossed() {
    Placed placed =
        PictureLayout.of(new int[] {0, 0, 1, 1}, List.of(new Arc(0, 3), new Arc(1, 2)), 50);
    List<Double> y = placed.heights();
    assertThat((y.get(0) - y.get(1)) * (y.get(3) - y.get(2))).isPositive();
  }

  @Test
  void shouldBendALinkInEachLayerBetween() {
    Placed placed =
        PictureLayout.of(
            new int[] {0, 1, 2, 3},
            List.of(new Arc(3, 0), new Arc(0, 1), new Arc(1, 2), new Arc(2, 2)),
            50);
    assertThat(placed.bends().get(0)).hasSize(2);
    assertThat(placed.bends().subList(1, 4)).allMatch(List::isEmpty);
  }

  @Test
  void shouldPlaceNothingForAnEmptyGraph() {
    assertThat(PictureLayout.of(new int[0], List.of(), 50).height()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldKeepNodesOfALayerApartAndInsideThePicture(long seed) {
    Random random = new Random(seed);
    int[] layer = random.ints(60, 0, 5).toArray();
    List<Arc> arcs = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      arcs.add(new Arc(random.nextInt(60), random.nextInt(60)));
    }
    Placed placed = PictureLayout.of(layer, arcs, 50);
    for (int each = 0; each < 5; each++) {
      int wanted = each;
      double[] y =
          IntStream.range(0, 60)
              .filter(i -> layer[i] == wanted)
              .mapToDouble(i -> placed.heights().get(i))
              .sorted()
              .toArray();
      for (int i = 1; i < y.length; i++) {
        assertThat(y[i] - y[i - 1]).isGreaterThan(49.99);
      }
    }
    assertThat(Collections.min(placed.heights())).isGreaterThan(24.99);
    assertThat(Collections.max(placed.heights())).isLessThan(placed.height() - 24.99);
  }
}
