package org.clew.api.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text for people. */
final class Printing {
  private Printing() {}

  /** Standard output in UTF-8, whatever the locale. */
  static PrintStream standardOut() {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
        false,
        StandardCharsets.UTF_8);
  }

  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Rows in columns two blanks apart; the last column is not padded. Control characters go. */
  static String table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths =
        IntStream.range(0, columns)
            .map(c -> rows.stream().mapToInt(row -> plain(row.get(c)).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> tableRow(row, widths)).collect(Collectors.joining("\n"));
  }

  /** A text that cannot steer the terminal it is shown on. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]+", " ");
  }

  private static String tableRow(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      String cell = plain(row.get(c));
      line.append(cell);
      if (c < row.size() - 1) {
        line.append(" ".repeat(widths[c] - cell.length() + 2));
      }
    }
    return line.toString().stripTrailing();
  }
}
