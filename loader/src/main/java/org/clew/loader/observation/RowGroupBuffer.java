package org.clew.loader.observation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.clew.model.observation.Moment;
import org.jspecify.annotations.Nullable;

/** The row group that the next rows of one kind go to, column by column. */
final class RowGroupBuffer {
  /** What one kind of row may hold in memory before it goes to disk. */
  private static final long MOST_BYTES = 32L << 20;

  /** Enough for a scan to have several row groups to read side by side. */
  private static final int MOST_ROWS = 500_000;

  /** Rows between two looks at the bytes. */
  private static final int CHECK_ROWS = 1_024;

  /** Divides the two numbers of rows above. */
  private static final int GATHERED_ROWS = 32;

  private final List<LogRow> gathered = new ArrayList<>(GATHERED_ROWS);
  private final TextBuffer kind = new TextBuffer(SegmentSchema.KIND);
  private final TextBuffer account = new TextBuffer(SegmentSchema.ACCOUNT);
  private final TextBuffer artifact = new TextBuffer(SegmentSchema.ARTIFACT);
  private final NumberBuffer time = new NumberBuffer(SegmentSchema.TIME);
  private final TextBuffer precision = new TextBuffer(SegmentSchema.PRECISION);
  private final TextBuffer post = new TextBuffer(SegmentSchema.POST);
  private final TextBuffer target = new TextBuffer(SegmentSchema.TARGET);
  private final TextBuffer source = new TextBuffer(SegmentSchema.SOURCE);
  private final TextBuffer file = new TextBuffer(SegmentSchema.FILE);
  private final NumberBuffer line = new NumberBuffer(SegmentSchema.LINE);
  private final TextBuffer language = new TextBuffer(SegmentSchema.LANGUAGE);
  private final TextBuffer text = new TextBuffer(SegmentSchema.TEXT);

  /** In the order of the schema. */
  private final List<ColumnBuffer> columns =
      List.of(
          kind, account, artifact, time, precision, post, target, source, file, line, language,
          text);

  private long rows;

  /** Adds a row. Some are gathered and then go column by column, each with its own large table. */
  void add(LogRow row) {
    rows++;
    gathered.add(row);
    if (gathered.size() == GATHERED_ROWS) {
      spread();
    }
  }

  private void spread() {
    gathered.forEach(row -> kind.add(row.kind().id()));
    gathered.forEach(row -> account.add(row.account()));
    gathered.forEach(row -> artifact.add(row.artifact()));
    gathered.forEach(row -> add(row.time()));
    gathered.forEach(row -> post.add(row.post()));
    gathered.forEach(row -> target.add(row.target()));
    gathered.forEach(row -> source.add(row.origin().source().value()));
    gathered.forEach(row -> file.add(row.origin().file()));
    gathered.forEach(row -> line.add(row.origin().line()));
    gathered.forEach(row -> language.add(row.language()));
    gathered.forEach(row -> text.add(row.text()));
    gathered.clear();
  }

  private void add(@Nullable Moment moment) {
    if (moment == null) {
      time.addMissing();
      precision.add(null);
    } else {
      time.add(moment.epochMillis());
      precision.add(moment.precision().id());
    }
  }

  boolean isFull() {
    int rows = line.size();
    return gathered.isEmpty()
        && (rows >= MOST_ROWS
            || (rows % CHECK_ROWS == 0
                && columns.stream().mapToLong(ColumnBuffer::bytes).sum() >= MOST_BYTES));
  }

  /** All rows that were ever added. */
  long rows() {
    return rows;
  }

  boolean isEmpty() {
    return line.size() == 0 && gathered.isEmpty();
  }

  /** Writes the rows as one row group and forgets them. */
  void writeTo(ParquetFileWriter out) throws IOException {
    spread();
    out.startBlock(line.size());
    for (ColumnBuffer column : columns) {
      column.writeTo(out);
    }
    out.endBlock();
  }
}
