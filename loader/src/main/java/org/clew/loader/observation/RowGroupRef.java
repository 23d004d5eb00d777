package org.clew.loader.observation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.clew.model.observation.ObservationKind;

/** A row group of a segment. */
record RowGroupRef(Path segment, int index, int rows) {

  /** The row groups of those kinds, in the order of the segments. */
  static List<RowGroupRef> find(List<Path> segments, Set<ObservationKind> kinds) {
    List<RowGroupRef> found = new ArrayList<>();
    for (Path segment : segments) {
      SegmentFile.read(segment, reader -> addAll(found, segment, reader, kinds));
    }
    return found;
  }

  private static boolean addAll(
      List<RowGroupRef> found, Path segment, ParquetFileReader reader, Set<ObservationKind> kinds) {
    for (int index = 0; index < reader.getRowGroups().size(); index++) {
      if (kinds.contains(SegmentStatistics.kind(reader.getRowGroups().get(index)))) {
        int rows = Math.toIntExact(reader.getRowGroups().get(index).getRowCount());
        found.add(new RowGroupRef(segment, index, rows));
      }
    }
    return true;
  }
}
