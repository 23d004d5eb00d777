package org.clew.api.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Places the nodes of a layered picture whose layers are given: nodes get an order within their
 * layer, then a height. A link over several layers runs through a bend in each layer between.
 *
 * <p>Layers are swept to and fro, each ordered by the mean place of its neighbours (Sugiyama,
 * Tagawa and Toda, IEEE Transactions on Systems, Man, and Cybernetics 11(2), 1981), and the order
 * with the fewest crossings is kept. No randomness. Each sweep takes O(n log n + e); counting
 * crossings takes O(e²) between two layers.
 */
final class PictureLayout {
  private static final int SWEEPS = 12;
  private static final int PLACINGS = 24;
  private static final double BEND_HEIGHT = 10;

  private final double nodeHeight;
  private final List<List<Integer>> layers = new ArrayList<>();
  private final List<Integer> layerOf = new ArrayList<>();
  private final List<List<Integer>> left = new ArrayList<>();
  private final List<List<Integer>> right = new ArrayList<>();
  private final List<List<Integer>> beside = new ArrayList<>();
  private final int nodes;
  private double[] at = {};

  /** A link between nodes by their number. */
  record Arc(int from, int to) {}

  /**
   * Where everything is.
   *
   * @param heights of the middle of each node, the topmost node's upper edge being 0
   * @param bends of each link the heights in the layers between, from left to right
   * @param height of the whole
   */
  record Placed(List<Double> heights, List<List<Double>> bends, double height) {}

  private PictureLayout(int[] layer, double nodeHeight) {
    this.nodeHeight = nodeHeight;
    this.nodes = layer.length;
    for (int each : layer) {
      add(each);
    }
  }

  /**
   * Lays out.
   *
   * @param layer of each node, from 0
   * @param nodeHeight with the free space below a node
   */
  static Placed of(int[] layer, List<Arc> arcs, double nodeHeight) {
    PictureLayout layout = new PictureLayout(layer, nodeHeight);
    List<List<Integer>> ways = arcs.stream().map(layout::way).toList();
    layout.order();
    layout.place();
    double top = layout.top();
    List<Double> heights =
        Arrays.stream(layout.at).limit(layer.length).mapToObj(y -> y - top).toList();
    List<List<Double>> bends =
        ways.stream().map(way -> way.stream().map(bend -> layout.at[bend] - top).toList()).toList();
    return new Placed(heights, bends, layout.bottom() - top);
  }

  private int add(int layer) {
    int id = layerOf.size();
    while (layers.size() <= layer) {
      layers.add(new ArrayList<>());
    }
    layers.get(layer).add(id);
    layerOf.add(layer);
    left.add(new ArrayList<>());
    right.add(new ArrayList<>());
    beside.add(new ArrayList<>());
    return id;
  }

  private List<Integer> way(Arc arc) {
    boolean forward = layerOf.get(arc.from()) <= layerOf.get(arc.to());
    int start = forward ? arc.from() : arc.to();
    int end = forward ? arc.to() : arc.from();
    List<Integer> bends = new ArrayList<>();
    if (layerOf.get(start).equals(layerOf.get(end))) {
      beside.get(start).add(end);
      beside.get(end).add(start);
      return bends;
    }
    int last = start;
    for (int layer = layerOf.get(start) + 1; layer < layerOf.get(end); layer++) {
      int bend = add(layer);
      join(last, bend);
      bends.add(bend);
      last = bend;
    }
    join(last, end);
    return bends;
  }

  private void join(int west, int east) {
    right.get(west).add(east);
    left.get(east).add(west);
  }

  private void order() {
    at = new double[layerOf.size()];
    layers.forEach(this::number);
    List<List<Integer>> best = copy();
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean eastward = sweep % 2 == 0;
      for (int i = 1; i < layers.size(); i++) {
        sort(eastward ? i : layers.size() - 1 - i, eastward ? left : right);
      }
      long crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    layers.clear();
    layers.addAll(best);
    layers.forEach(this::number);
  }

  private void sort(int layer, List<List<Integer>> neighbours) {
    List<Integer> cells = layers.get(layer);
    double[] wanted = new double[layerOf.size()];
    cells.forEach(cell -> wanted[cell] = mean(neighbours.get(cell), at[cell]));
    cells.sort(Comparator.comparingDouble(cell -> wanted[cell]));
    number(cells);
  }

  /** Places are from 0 to 1, so that layers of different size compare. */
  private void number(List<Integer> cells) {
    for (int i = 0; i < cells.size(); i++) {
      at[cells.get(i)] = (i + 0.5) / cells.size();
    }
  }

  private double mean(List<Integer> neighbours, double otherwise) {
    return neighbours.stream().mapToDouble(cell -> at[cell]).average().orElse(otherwise);
  }

  private List<List<Integer>> copy() {
    List<List<Integer>> copy = new ArrayList<>();
    layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
    return copy;
  }

  private long crossings() {
    long crossings = 0;
    for (List<Integer> layer : layers) {
      List<double[]> lines = new ArrayList<>();
      for (int cell : layer) {
        right.get(cell).forEach(other -> lines.add(new double[] {at[cell], at[other]}));
      }
      for (int i = 0; i < lines.size(); i++) {
        for (int j = 0; j < i; j++) {
          double[] a = lines.get(i);
          double[] b = lines.get(j);
          if ((a[0] - b[0]) * (a[1] - b[1]) < 0) {
            crossings++;
          }
        }
      }
    }
    return crossings;
  }

  private void place() {
    for (List<Integer> layer : layers) {
      double total = layer.stream().mapToDouble(this::room).sum();
      double y = -total / 2;
      for (int cell : layer) {
        at[cell] = y + room(cell) / 2;
        y += room(cell);
      }
    }
    for (int i = 0; i < PLACINGS; i++) {
      boolean eastward = i % 2 == 0;
      for (int k = 0; k < layers.size(); k++) {
        spread(layers.get(eastward ? k : layers.size() - 1 - k));
      }
    }
  }

  /** As near to the middle of the neighbours as order and room allow. */
  private void spread(List<Integer> layer) {
    int size = layer.size();
    double[] wanted = new double[size];
    for (int i = 0; i < size; i++) {
      List<Integer> around = new ArrayList<>(left.get(layer.get(i)));
      around.addAll(right.get(layer.get(i)));
      if (around.isEmpty()) {
        around.addAll(beside.get(layer.get(i)));
      }
      wanted[i] = mean(around, at[layer.get(i)]);
    }
    double[] down = wanted.clone();
    double[] up = wanted.clone();
    for (int i = 1; i < size; i++) {
      down[i] = Math.max(down[i], down[i - 1] + apart(layer.get(i - 1), layer.get(i)));
    }
    for (int i = size - 2; i >= 0; i--) {
      up[i] = Math.min(up[i], up[i + 1] - apart(layer.get(i), layer.get(i + 1)));
    }
    for (int i = 0; i < size; i++) {
      at[layer.get(i)] = (down[i] + up[i]) / 2;
    }
  }

  private double room(int cell) {
    return cell < nodes ? nodeHeight : BEND_HEIGHT;
  }

  private double apart(int upper, int lower) {
    return (room(upper) + room(lower)) / 2;
  }

  private double top() {
    double top = Double.MAX_VALUE;
    for (int i = 0; i < at.length; i++) {
      top = Math.min(top, at[i] - room(i) / 2);
    }
    return at.length == 0 ? 0 : top;
  }

  private double bottom() {
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < at.length; i++) {
      bottom = Math.max(bottom, at[i] + room(i) / 2);
    }
    return at.length == 0 ? 0 : bottom;
  }
}
