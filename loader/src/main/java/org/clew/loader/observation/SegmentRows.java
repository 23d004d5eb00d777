package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.TimePrecision;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole rows of a segment one by one. The columns of the filter are decoded first; the others
 * only where a row matches, page by page.
 */
final class SegmentRows {
  private SegmentRows() {}

  /** Takes a row and its number in its row group; false ends the visit. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(int number, LogRow row);
  }

  /** Visits matching rows until the visitor says false; tells whether it never did. */
  static boolean visit(
      Path segment, Set<ObservationKind> kinds, RowMatcher matcher, Predicate<LogRow> visitor) {
    for (RowGroupRef group : RowGroupRef.find(List.of(segment), kinds)) {
      if (!visit(group, matcher, 0, (number, row) -> visitor.test(row))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Visits matching rows of a row group, from one on; tells whether the visitor never said false.
   */
  static boolean visit(RowGroupRef group, RowMatcher matcher, int from, Visitor visitor) {
    return SegmentFile.read(
        group.segment(), reader -> visit(reader, group.index(), matcher, from, visitor));
  }

  private static boolean visit(
      ParquetFileReader reader, int index, RowMatcher matcher, int from, Visitor visitor)
      throws IOException {
    Set<String> needed = matcher.columnsNeeded(reader.getRowGroups().get(index));
    RowGroup group = RowGroup.read(reader, index, needed);
    BitSet matching = matcher.match(group, needed);
    matching.clear(0, Math.min(from, group.rows()));
    if (matching.isEmpty()) {
      return true;
    }
    ObservationKind kind = SegmentStatistics.kind(reader.getRowGroups().get(index));
    reader.setRequestedSchema(SegmentSchema.SCHEMA);
    try (PageReadStore pages = reader.readRowGroup(index)) {
      Cursor cursor = new Cursor(kind, pages, reader.getFileMetaData().getCreatedBy());
      int last = matching.length();
      for (int row = 0; row < last; row++) {
        if (matching.get(row) && !visitor.visit(row, cursor.current())) {
          return false;
        }
        cursor.next();
      }
    }
    return true;
  }

  /** Stands on one row of a row group. */
  private static final class Cursor {
    private final ObservationKind kind;
    private final Map<String, ColumnReader> columns = new HashMap<>();
    private final Map<String, EntityId> sources = new HashMap<>();

    Cursor(ObservationKind kind, PageReadStore pages, String createdBy) {
      this.kind = kind;
      ColumnReadStoreImpl store =
          new ColumnReadStoreImpl(pages, PassiveConverter.root(), SegmentSchema.SCHEMA, createdBy);
      for (ColumnDescriptor descriptor : SegmentSchema.SCHEMA.getColumns()) {
        columns.put(descriptor.getPath()[0], store.getColumnReader(descriptor));
      }
    }

    LogRow current() {
      return new LogRow(
          kind,
          required(SegmentSchema.ACCOUNT),
          text(SegmentSchema.ARTIFACT),
          time(),
          required(SegmentSchema.POST),
          text(SegmentSchema.TARGET),
          origin(),
          text(SegmentSchema.LANGUAGE),
          text(SegmentSchema.TEXT));
    }

    private Origin origin() {
      EntityId source = sources.computeIfAbsent(required(SegmentSchema.SOURCE), EntityId::new);
      return new Origin(source, required(SegmentSchema.FILE), column(SegmentSchema.LINE).getLong());
    }

    private @Nullable Moment time() {
      ColumnReader time = column(SegmentSchema.TIME);
      return isPresent(time)
          ? new Moment(
              time.getLong(), TimePrecision.ofId(required(SegmentSchema.PRECISION)).orElseThrow())
          : null;
    }

    private String required(String name) {
      return column(name).getBinary().toStringUsingUTF8();
    }

    private @Nullable String text(String name) {
      return isPresent(column(name)) ? required(name) : null;
    }

    private ColumnReader column(String name) {
      return Objects.requireNonNull(columns.get(name), name);
    }

    private static boolean isPresent(ColumnReader column) {
      return column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel();
    }

    void next() {
      for (ColumnReader column : columns.values()) {
        if (isPresent(column)) {
          column.skip();
        }
        column.consume();
      }
    }
  }
}
