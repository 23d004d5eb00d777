package org.clew.loader.ingest;

import com.google.common.collect.AbstractIterator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a table below its header, which is the first record that is no preamble. */
final class TableRows extends AbstractIterator<Row> {
  private final String file;
  private final Iterator<TableRecord> records;
  private @Nullable Columns columns;

  TableRows(String file, Iterator<TableRecord> records) {
    this.file = file;
    this.records = records;
  }

  @Override
  protected @Nullable Row computeNext() {
    while (records.hasNext()) {
      TableRecord record = records.next();
      List<String> fields = record.fields();
      if (columns != null) {
        return new Row(file, record.line(), columns, fields, record.decoded());
      }
      if (!CsvTable.isPreamble(fields)) {
        columns = new Columns(fields.stream().map(CsvTable::columnName).toList());
      }
    }
    return endOfData();
  }
}
