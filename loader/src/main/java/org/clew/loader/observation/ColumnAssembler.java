package org.clew.loader.observation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.Set;
import org.clew.loader.observation.ObservationScan.Extra;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.observation.ObservationColumns;
import org.clew.model.observation.ObservationKind;

/** Puts matching rows of row group after row group into whole columns. */
final class ColumnAssembler {
  private static final int[] ABSENT = {};

  private final Encoder entities;
  private final Encoder keys;
  private final int[] accounts;
  private final int[] artifacts;
  private final long[] times;
  private final int[] posts;
  private final int[] targets;
  private final int[] lines;
  private int size;

  ColumnAssembler(long mostRows, Encoder entities, Encoder keys, Set<Extra> extras) {
    if (mostRows > Integer.MAX_VALUE - Long.BYTES) {
      throw new ClewException(
          Reason.LIMIT, "The log holds " + mostRows + " such rows, too many for one detection.");
    }
    int capacity = (int) mostRows;
    this.entities = entities;
    this.keys = keys;
    accounts = new int[capacity];
    artifacts = new int[capacity];
    times = new long[capacity];
    posts = extras.contains(Extra.POSTS) ? new int[capacity] : ABSENT;
    targets = extras.contains(Extra.TARGETS) ? new int[capacity] : ABSENT;
    lines = extras.contains(Extra.LINES) ? new int[capacity] : ABSENT;
  }

  void add(SegmentScan.Match match) {
    RowGroup group = match.group();
    encode(match, SegmentSchema.ACCOUNT, entities, accounts);
    if (group.isText(SegmentSchema.ARTIFACT)) {
      encode(match, SegmentSchema.ARTIFACT, keys, artifacts);
    } else {
      Arrays.fill(artifacts, size, size + match.rows().cardinality(), ObservationColumns.NONE);
    }
    if (posts != ABSENT) {
      encode(match, SegmentSchema.POST, keys, posts);
    }
    if (targets != ABSENT) {
      encode(match, SegmentSchema.TARGET, entities, targets);
    }
    if (lines != ABSENT) {
      copyLines(group.number(SegmentSchema.LINE), match.rows());
    }
    size = copyTimes(group.number(SegmentSchema.TIME), match.rows());
  }

  private void encode(SegmentScan.Match match, String name, Encoder encoder, int[] column) {
    Objects.requireNonNull(match.texts().get(name), name).encode(encoder, column, size);
  }

  /**
   * Of a file with more lines than an int can count, the lines still differ where they are near.
   */
  private void copyLines(NumberColumn values, BitSet rows) {
    int at = size;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      lines[at++] = (int) values.value(row);
    }
  }

  private int copyTimes(NumberColumn values, BitSet rows) {
    int at = size;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      times[at++] = values.value(row);
    }
    return at;
  }

  ObservationColumns finish(ObservationKind kind) {
    return new ObservationColumns(
        kind, cut(accounts), cut(artifacts), cut(times), cut(posts), cut(targets), cut(lines));
  }

  private int[] cut(int[] column) {
    return column.length <= size ? column : Arrays.copyOf(column, size);
  }

  private long[] cut(long[] column) {
    return column.length <= size ? column : Arrays.copyOf(column, size);
  }
}
