package org.clew.loader.observation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Some columns of one row group, decoded. */
final class RowGroup {
  private final int rows;
  private final Map<String, TextColumn> texts = new HashMap<>();
  private final Map<String, NumberColumn> numbers = new HashMap<>();

  private RowGroup(int rows) {
    this.rows = rows;
  }

  static RowGroup read(ParquetFileReader reader, int index, Set<String> columns)
      throws IOException {
    int rows = Math.toIntExact(reader.getRowGroups().get(index).getRowCount());
    RowGroup group = new RowGroup(rows);
    if (!columns.isEmpty()) {
      MessageType schema = SegmentSchema.project(columns);
      reader.setRequestedSchema(schema);
      try (PageReadStore pages = reader.readRowGroup(index)) {
        group.decode(pages, schema);
      }
    }
    return group;
  }

  private void decode(PageReadStore pages, MessageType schema) throws IOException {
    for (ColumnDescriptor descriptor : schema.getColumns()) {
      boolean optional = descriptor.getMaxDefinitionLevel() > 0;
      new ColumnPages(pages.getPageReader(descriptor), rows, optional).into(newColumn(descriptor));
    }
  }

  private DecodedColumn newColumn(ColumnDescriptor descriptor) {
    String name = descriptor.getPath()[0];
    return descriptor.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64
        ? numbers.computeIfAbsent(name, key -> new NumberColumn(rows))
        : texts.computeIfAbsent(name, key -> new TextColumn(rows));
  }

  int rows() {
    return rows;
  }

  boolean isText(String column) {
    return texts.containsKey(column);
  }

  TextColumn text(String column) {
    return Objects.requireNonNull(texts.get(column), column);
  }

  NumberColumn number(String column) {
    return Objects.requireNonNull(numbers.get(column), column);
  }
}
