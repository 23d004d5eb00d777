package org.clew.api.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.api.export.PictureGraph.Edge;
import org.clew.api.export.PictureGraph.Node;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.Hypothesis;

/** Draws a picture graph as an {@code svg} element, without style sheet, script or reference. */
final class SvgPicture {
  private static final double BOX_WIDTH = 222;
  private static final double BOX_HEIGHT = 42;
  private static final double PITCH = 342;
  private static final double MARGIN = 30;
  private static final double LEAST_WIDTH = 1_000;
  private static final double LEAST_HEIGHT = 120;
  private static final double LINE = 18;
  private static final double BULGE = 90;
  private static final double COLUMN_OF_LABEL = 5.6;
  private static final double HEIGHT_OF_LABEL = 11;

  /** The share of a box from which on a wider font than the first may need more than there is. */
  private static final double LONG_LINE = 0.7;

  private static final int MOST_LABELS = 45;

  /** Where a label goes that would cover another one, from where it belongs. */
  private static final List<Double> ELSEWHERE = List.of(0.0, 11.0, -11.0, 22.0, -22.0);

  private static final int NAME_COLUMNS = 28;
  private static final int DETAIL_COLUMNS = 36;
  private static final List<String> HEADINGS =
      List.of(
          "CLUSTER",
          "ACCOUNTS",
          "DOMAINS",
          "INDICATORS",
          "OUTLETS' OWN",
          "OUTLETS",
          "ORGANIZATIONS",
          "STATES");

  private final PictureGraph graph;
  private final XmlOut xml;
  private final PictureLayout.Placed placed;
  private final int[] layer;
  private final int[] ends;
  private final List<String> labels = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();

  /** What stands where already: links of one box often have the same label. */
  private final Set<String> told = new HashSet<>();

  private final double width;
  private final double left;
  private double top;

  /** Where a label begins, stands and how long it is. */
  private record Taken(double x, double y, double length) {}

  /**
   * With the space it needs.
   *
   * @param citations numbers the sources of labelled links; where there are too many links for
   *     labels it numbers all their sources just the same
   */
  SvgPicture(PictureGraph graph, Citations citations, XmlOut xml) {
    this.graph = graph;
    this.xml = xml;
    Map<Integer, Integer> places = graph.places();
    layer = graph.nodes().stream().mapToInt(node -> places.get(node.column())).toArray();
    placed =
        PictureLayout.of(
            layer,
            graph.edges().stream().map(e -> new PictureLayout.Arc(e.from(), e.to())).toList(),
            BOX_HEIGHT + 16);
    ends = new int[graph.nodes().size()];
    for (Edge edge : graph.edges()) {
      ends[edge.from()]++;
      ends[edge.to()]++;
    }
    boolean labelled = graph.edges().size() <= MOST_LABELS;
    for (Edge edge : graph.edges()) {
      String label = edge.words() + " " + citations.of(edge.sources());
      labels.add(labelled ? label : "");
    }
    double content = places.isEmpty() ? 0 : (places.size() - 1) * PITCH + BOX_WIDTH;
    double east = isLinkedAtTheEast(graph, places.size() - 1) ? BULGE + 50 : 0;
    width = Math.max(LEAST_WIDTH, content + east + 2 * MARGIN + 40);
    left = (width - east - content) / 2;
  }

  /**
   * Writes the element.
   *
   * @param above lines over the picture, the first of them the title
   * @param below lines under its legend
   */
  void write(List<String> above, List<String> below) throws IOException {
    double head = above.isEmpty() ? 16 : 30 + 22 * above.size();
    top = head + 34;
    double drawn = Math.max(LEAST_HEIGHT, placed.height());
    double foot = top + drawn + 28;
    double height = foot + 2 * LINE + LINE * below.size() + 14;
    xml.start("svg").token("xmlns", "http://www.w3.org/2000/svg").token("role", "img");
    number("width", width).number("height", height);
    xml.token("viewBox", "0 0 " + text(width) + " " + text(height));
    xml.token("font-family", "Helvetica, Arial, 'Noto Sans', sans-serif");
    xml.element("title", above.isEmpty() ? "Picture of the chains" : above.get(0)).line();
    box(0, 0, width, height, "#ffffff");
    xml.end().line();
    for (int i = 0; i < above.size(); i++) {
      double y = 40 + 22 * i;
      if (i == 0) {
        label(MARGIN, y, 24, "#1b2330", "bold", "start", above.get(i));
      } else {
        label(MARGIN, y + 4, 14, "#5b6676", "normal", "start", above.get(i));
      }
    }
    headings(head + 20);
    for (int i = 0; i < graph.edges().size(); i++) {
      edge(i);
    }
    for (int i = 0; i < labels.size(); i++) {
      edgeLabel(i);
    }
    for (int i = 0; i < graph.nodes().size(); i++) {
      node(graph.nodes().get(i), x(i), y(i));
    }
    legend(foot);
    for (int i = 0; i < below.size(); i++) {
      double y = foot + 2 * LINE + 8 + LINE * i;
      label(MARGIN, y, 12, "#1b2330", "normal", "start", below.get(i));
    }
    xml.end().line();
  }

  /** Whether links within the last column bulge out of it to the right. */
  private boolean isLinkedAtTheEast(PictureGraph of, int last) {
    return of.edges().stream().anyMatch(e -> layer[e.from()] == last && layer[e.to()] == last);
  }

  /** How many Latin characters of a line under the picture fit. */
  int columns() {
    return (int) ((width - 2 * MARGIN) / 6.6);
  }

  private double x(int node) {
    return left + layer[node] * PITCH;
  }

  private double y(int node) {
    return top + placed.heights().get(node);
  }

  private void headings(double y) throws IOException {
    for (Map.Entry<Integer, Integer> each : graph.places().entrySet()) {
      double x = left + each.getValue() * PITCH + BOX_WIDTH / 2;
      label(x, y, 11, "#5b6676", "bold", "middle", HEADINGS.get(each.getKey()));
    }
  }

  private void node(Node node, double x, double y) throws IOException {
    double upper = y - BOX_HEIGHT / 2;
    xml.start("g");
    xml.element("title", tooltip(node));
    if (node.entities().size() > 1) {
      box(x + 5, upper + 5, BOX_WIDTH, BOX_HEIGHT, "#eef0f4");
      xml.token("stroke", "#b4bcc8").end();
    }
    box(x, upper, BOX_WIDTH, BOX_HEIGHT, node.subject() ? "#fff7e0" : "#ffffff");
    xml.token("rx", "4").token("stroke", node.subject() ? "#1b2330" : "#8b95a3");
    xml.token("stroke-width", node.subject() ? "2.5" : "1").end();
    box(x, upper, 7, BOX_HEIGHT, PictureKinds.colour(node.kind()));
    xml.token("rx", "2").end();
    fitted(x, y - 3, 13, "#1b2330", "bold", node.name(), NAME_COLUMNS);
    fitted(x, y + 13, 11, "#5b6676", "normal", node.detail(), DETAIL_COLUMNS);
    xml.end().line();
  }

  /** A line of a box, which no font makes longer than the box is wide. */
  private void fitted(
      double x, double y, double size, String fill, String weight, String text, int columns)
      throws IOException {
    String line = Shown.fitting(text, columns);
    double share = Shown.columns(line) / columns;
    xml.start("text").token("x", text(x + 14)).token("y", text(y)).token("font-size", text(size));
    xml.token("fill", fill).token("font-weight", weight);
    if (share > LONG_LINE) {
      number("textLength", Math.min(1, share) * (BOX_WIDTH - 20));
      xml.token("lengthAdjust", "spacingAndGlyphs");
    }
    xml.text(line).end();
  }

  private static String tooltip(Node node) {
    String id = Shown.text(node.entities().get(0).value());
    int more = node.entities().size() - 1;
    return more == 0 ? node.name() + " (" + id + ")" : id + " and " + more + " more";
  }

  /** Points from left to right; within one layer the link bulges to the right. */
  private void edge(int i) throws IOException {
    Edge edge = graph.edges().get(i);
    StringBuilder path = new StringBuilder();
    boolean forward = layer[edge.from()] <= layer[edge.to()];
    int west = forward ? edge.from() : edge.to();
    int east = forward ? edge.to() : edge.from();
    double shift = shift(edge.hypothesis());
    double startX = x(west) + BOX_WIDTH;
    double startY = y(west) + shift;
    path.append("M ").append(text(startX)).append(' ').append(text(startY));
    double endY = y(east) + shift;
    if (layer[west] == layer[east]) {
      double bulge = startX + Math.min(BULGE, 26 + Math.abs(endY - startY) / 6);
      curve(path, bulge, startY, bulge, endY, startX, endY);
      line(edge, path);
      arrow(edge, startX, endY, -1);
      return;
    }
    double lastX = startX;
    double lastY = startY;
    for (int k = 0; k < placed.bends().get(i).size(); k++) {
      double bendX = left + (layer[west] + 1 + k) * PITCH;
      double bendY = top + placed.bends().get(i).get(k);
      ease(path, lastX, lastY, bendX, bendY);
      lastX = bendX + BOX_WIDTH;
      lastY = bendY;
      path.append(" L ").append(text(lastX)).append(' ').append(text(lastY));
    }
    ease(path, lastX, lastY, x(east), endY);
    line(edge, path);
    arrow(edge, forward ? x(east) : startX, forward ? endY : startY, forward ? 1 : -1);
  }

  private static void ease(StringBuilder path, double x, double y, double toX, double toY) {
    double middle = (x + toX) / 2;
    curve(path, middle, y, middle, toY, toX, toY);
  }

  private static void curve(StringBuilder path, double... points) {
    path.append(" C");
    for (double point : points) {
      path.append(' ').append(text(point));
    }
  }

  private void line(Edge edge, StringBuilder path) throws IOException {
    xml.start("path").token("d", path.toString()).token("fill", "none");
    xml.token("stroke", PictureKinds.colour(edge.hypothesis()));
    xml.token("stroke-opacity", "0.8");
    double stroke = 1.2 + Math.min(2.3, Math.log10((double) edge.count()));
    number("stroke-width", edge.hypothesis() == Hypothesis.CONTROL ? stroke + 0.6 : stroke);
    String dashes = edge.claim() ? "2 5" : PictureKinds.dashes(edge.hypothesis());
    if (!dashes.isEmpty()) {
      xml.token("stroke-dasharray", dashes);
    }
    xml.end().line();
  }

  private void arrow(Edge edge, double x, double y, int direction) throws IOException {
    double back = x - direction * 9;
    String points =
        text(x)
            + ","
            + text(y)
            + " "
            + text(back)
            + ","
            + text(y - 4.5)
            + " "
            + text(back)
            + ","
            + text(y + 4.5);
    xml.start("polygon").token("points", points);
    xml.token("fill", PictureKinds.colour(edge.hypothesis())).end().line();
  }

  private void edgeLabel(int i) throws IOException {
    if (labels.get(i).isEmpty()) {
      return;
    }
    Edge edge = graph.edges().get(i);
    // The end with fewer links has room for the label.
    boolean atFrom = ends[edge.from()] <= ends[edge.to()];
    int near = atFrom ? edge.from() : edge.to();
    int far = atFrom ? edge.to() : edge.from();
    boolean rightOfBox = layer[near] <= layer[far];
    double x = rightOfBox ? x(near) + BOX_WIDTH + 13 : x(near) - 13;
    String label = Shown.fitting(labels.get(i), 26);
    double own = y(near) + shift(edge.hypothesis()) - 4;
    if (!told.add(label + " " + x + " " + own)) {
      return;
    }
    double length = Shown.columns(label) * COLUMN_OF_LABEL;
    double y = free(rightOfBox ? x : x - length, own, length);
    xml.start("text").token("x", text(x)).token("y", text(y)).token("font-size", "10.5");
    xml.token("text-anchor", rightOfBox ? "start" : "end");
    xml.token("fill", PictureKinds.colour(edge.hypothesis()));
    xml.token("stroke", "#ffffff").token("stroke-width", "3").token("paint-order", "stroke");
    xml.text(label).end().line();
  }

  /** The height nearest to one at which a label of that length covers no other. */
  private double free(double x, double y, double length) {
    double chosen =
        ELSEWHERE.stream()
            .map(shift -> y + shift)
            .filter(
                at ->
                    taken.stream()
                        .noneMatch(
                            other ->
                                x < other.x + other.length
                                    && other.x < x + length
                                    && Math.abs(at - other.y) < HEIGHT_OF_LABEL))
            .findFirst()
            .orElse(y);
    taken.add(new Taken(x, chosen, length));
    return chosen;
  }

  /** Links of several hypotheses between two boxes run side by side. */
  private static double shift(Hypothesis hypothesis) {
    return switch (hypothesis) {
      case CONTROL -> -5;
      case AMPLIFICATION -> 6;
      case STATE_RELATION -> 0;
      case BEHAVIOUR -> 10;
      case CONTEXT -> 13;
    };
  }

  private void legend(double y) throws IOException {
    double x = MARGIN;
    Set<EntityKind> kinds = new TreeSet<>();
    graph.nodes().forEach(node -> kinds.add(node.kind()));
    for (EntityKind kind : kinds) {
      box(x, y - 10, 12, 12, PictureKinds.colour(kind));
      xml.end();
      String word = PictureKinds.word(kind);
      label(x + 18, y, 12, "#1b2330", "normal", "start", word);
      x += 40 + 6.6 * word.length();
    }
    Set<Hypothesis> hypotheses = new TreeSet<>();
    graph.edges().forEach(edge -> hypotheses.add(edge.hypothesis()));
    x = MARGIN;
    for (Hypothesis hypothesis : hypotheses) {
      xml.start("path").token("d", "M " + text(x) + " " + text(y + LINE - 4) + " h 34");
      xml.token("stroke", PictureKinds.colour(hypothesis)).token("stroke-width", "2.5");
      String dashes = PictureKinds.dashes(hypothesis);
      if (!dashes.isEmpty()) {
        xml.token("stroke-dasharray", dashes);
      }
      xml.end();
      String word = PictureKinds.word(hypothesis);
      label(x + 40, y + LINE, 12, "#1b2330", "normal", "start", word);
      x += 66 + 6.2 * word.length();
    }
  }

  /** Leaves the element open for further attributes. */
  private void box(double x, double y, double width, double height, String fill)
      throws IOException {
    xml.start("rect").token("x", text(x)).token("y", text(y));
    number("width", width).number("height", height);
    xml.token("fill", fill);
  }

  private void label(
      double x, double y, double size, String fill, String weight, String anchor, String text)
      throws IOException {
    xml.start("text").token("x", text(x)).token("y", text(y)).token("font-size", text(size));
    xml.token("fill", fill).token("font-weight", weight).token("text-anchor", anchor);
    xml.text(text).end();
  }

  private SvgPicture number(String name, double value) throws IOException {
    xml.token(name, text(value));
    return this;
  }

  private static String text(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
