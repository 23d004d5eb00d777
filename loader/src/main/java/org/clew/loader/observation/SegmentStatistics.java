package org.clew.loader.observation;

import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.api.Binary;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/** What the footer of a segment tells without reading a page. */
final class SegmentStatistics {
  private SegmentStatistics() {}

  /** The one kind of a row group's rows. */
  static ObservationKind kind(BlockMetaData rowGroup) {
    for (ColumnChunkMetaData column : rowGroup.getColumns()) {
      if (column.getPath().toDotString().equals(SegmentSchema.KIND)) {
        String kind = String.valueOf(onlyValue(column));
        return ObservationKind.ofId(kind)
            .orElseThrow(() -> new IllegalStateException("Row group of kind " + kind + "."));
      }
    }
    throw new IllegalStateException("The row group has no kind.");
  }

  /** The text that all rows have in that column; null where they differ or one lacks it. */
  static @Nullable String onlyValue(ColumnChunkMetaData column) {
    Statistics<?> statistics = column.getStatistics();
    if (!statistics.hasNonNullValue()
        || !statistics.isNumNullsSet()
        || statistics.getNumNulls() > 0
        || !(statistics.genericGetMin() instanceof Binary lowest)
        || !lowest.equals(statistics.genericGetMax())) {
      return null;
    }
    return lowest.toStringUsingUTF8();
  }
}
