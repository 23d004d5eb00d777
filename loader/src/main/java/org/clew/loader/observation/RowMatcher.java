package org.clew.loader.observation;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.ObservationColumns;
import org.clew.model.observation.TimePrecision;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a row group that a filter lets through. */
final class RowMatcher {
  private final Map<String, Set<String>> allowed = new LinkedHashMap<>();
  private final long since;
  private final long until;
  private final boolean bounded;

  RowMatcher(RowFilter filter) {
    allow(SegmentSchema.SOURCE, ids(filter.sources()));
    allow(SegmentSchema.ACCOUNT, ids(filter.accounts()));
    allow(SegmentSchema.TARGET, ids(filter.targets()));
    allow(SegmentSchema.ARTIFACT, filter.artifacts());
    allow(SegmentSchema.PRECISION, precisions(filter.coarsest()));
    since = millis(filter.since(), Long.MIN_VALUE + 1);
    until = millis(filter.until(), Long.MAX_VALUE);
    bounded = filter.since() != null || filter.until() != null;
  }

  private void allow(String column, Set<String> values) {
    if (!values.isEmpty()) {
      allowed.put(column, values);
    }
  }

  private static Set<String> ids(Set<EntityId> ids) {
    return ids.stream().map(EntityId::value).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> precisions(@Nullable TimePrecision coarsest) {
    return coarsest == null
        ? Set.of()
        : Arrays.stream(TimePrecision.values())
            .filter(precision -> precision.isAtLeast(coarsest))
            .map(TimePrecision::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static long millis(@Nullable Instant instant, long otherwise) {
    return instant == null ? otherwise : instant.toEpochMilli();
  }

  /** The columns to decode in order to match the rows of that row group. */
  Set<String> columnsNeeded(BlockMetaData rowGroup) {
    Set<String> columns = new HashSet<>();
    for (ColumnChunkMetaData column : rowGroup.getColumns()) {
      String name = column.getPath().toDotString();
      Set<String> values = allowed.get(name);
      if (values != null && !isConstantIn(column, values)) {
        columns.add(name);
      }
    }
    if (bounded) {
      columns.add(SegmentSchema.TIME);
    }
    return columns;
  }

  private static boolean isConstantIn(ColumnChunkMetaData column, Set<String> values) {
    String only = SegmentStatistics.onlyValue(column);
    return only != null && values.contains(only);
  }

  /** The matching rows; {@code needed} is what {@link #columnsNeeded} gave. */
  BitSet match(RowGroup group, Set<String> needed) {
    BitSet rows = new BitSet(group.rows());
    rows.set(0, group.rows());
    for (Map.Entry<String, Set<String>> condition : allowed.entrySet()) {
      if (needed.contains(condition.getKey())) {
        keep(rows, group.text(condition.getKey()), condition.getValue());
      }
    }
    if (bounded) {
      NumberColumn times = group.number(SegmentSchema.TIME);
      for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
        long time = times.value(row);
        rows.set(row, time >= since && time < until);
      }
    }
    return rows;
  }

  private static void keep(BitSet rows, TextColumn column, Set<String> values) {
    BitSet accepted = new BitSet(column.texts().size());
    for (int index = 0; index < column.texts().size(); index++) {
      accepted.set(index, values.contains(column.texts().get(index)));
    }
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      int index = column.index(row);
      rows.set(row, index != ObservationColumns.NONE && accepted.get(index));
    }
  }
}
