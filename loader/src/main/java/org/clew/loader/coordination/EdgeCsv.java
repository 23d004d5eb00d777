package org.clew.loader.coordination;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.coordination.EdgeList;
import org.clew.model.coordination.EdgeMeasures;

/**
 * Writes every edge found as CSV with the columns from, to, weight, mean_delay_seconds, symmetry, p
 * and q, by signal, from and to; a value that is not known is empty. Of several signals a last
 * column names which.
 */
public final class EdgeCsv {
  private static final List<String> COLUMNS =
      List.of("from", "to", "weight", "mean_delay_seconds", "symmetry", "p", "q");
  private static final int BUFFER = 1 << 16;

  private EdgeCsv() {}

  /**
   * Writes the edges of a detection.
   *
   * @throws ClewException UNAVAILABLE if the file cannot be written
   */
  public static void write(DetectionResult result, Path file) {
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(BUFFER)
            .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      boolean named = result.layers().size() > 1;
      List<String> header = new ArrayList<>(COLUMNS);
      if (named) {
        header.add("signal");
      }
      csv.writeRecord(header);
      for (NamedLayer layer : result.layers()) {
        write(layer, result.accounts(), named, csv);
      }
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The edges cannot be written to " + file + ".", e);
    }
  }

  private static void write(
      NamedLayer named, List<String> accounts, boolean withSignal, CsvWriter csv) {
    EdgeList edges = named.layer().edges();
    EdgeMeasures measures = named.layer().measures();
    String[] row = new String[COLUMNS.size() + (withSignal ? 1 : 0)];
    for (int edge = 0; edge < edges.size(); edge++) {
      int column = 0;
      row[column++] = accounts.get(edges.from(edge));
      row[column++] = accounts.get(edges.to(edge));
      row[column++] = number(edges.weight(edge));
      row[column++] = number(measures.meanDelaySeconds(edge));
      row[column++] = number(measures.symmetry(edge));
      row[column++] = number(measures.p(edge));
      row[column++] = number(measures.q(edge));
      if (withSignal) {
        row[column] = named.layer().signal().id();
      }
      csv.writeRecord(row);
    }
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    long whole = (long) value;
    return whole == value ? Long.toString(whole) : Double.toString(value);
  }
}
