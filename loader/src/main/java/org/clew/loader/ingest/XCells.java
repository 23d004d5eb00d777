package org.clew.loader.ingest;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.clew.loader.observation.XColumn;

/** The cells of rows by the archive's columns, whose places are looked up once a table. */
final class XCells {
  private Columns table = Columns.NONE;
  private Map<XColumn, Integer> places = places(table);

  /** The cells of a row, as they stand in the file; empty where there is no such column. */
  Function<XColumn, String> of(Row row) {
    if (row.columns() != table) {
      table = row.columns();
      places = places(table);
    }
    Map<XColumn, Integer> known = places;
    return column -> row.cell(known.getOrDefault(column, Columns.NOWHERE));
  }

  private static Map<XColumn, Integer> places(Columns table) {
    Map<XColumn, Integer> places = new EnumMap<>(XColumn.class);
    for (XColumn column : XColumn.values()) {
      places.put(column, table.place(column.header()));
    }
    return places;
  }
}
