package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class TableRecordsTest {
  @Property
  void shouldGiveTheRecordsOfTheLibrary(
      @ForAll
          @Chars({',', '"', '\n', ' ', '\0', '\ufffd'})
          @CharRange(from = 'a', to = 'c')
          @StringLength(max = 60)
          String csv)
      throws IOException {
    List<TableRecord> expected = new ArrayList<>();
    try (CsvReader<CsvRecord> records = CsvTable.builder(',').ofCsvRecord(csv)) {
      for (CsvRecord record : records) {
        boolean decoded =
            record.getFields().stream()
                .noneMatch(field -> field.indexOf('\0') >= 0 || field.indexOf('\ufffd') >= 0);
        expected.add(new TableRecord(record.getStartingLineNumber(), record.getFields(), decoded));
      }
    }

    assertThat(read(csv)).isEqualTo(expected);
  }

  @Example
  void shouldReadColumnsThatRepeatAndColumnsThatDoNotToTheirEnds() throws IOException {
    int rows = 40_000;
    StringBuilder csv = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      csv.append("id").append(row).append(",lang").append(row % 5).append('\n');
    }

    List<TableRecord> records = read(csv.toString());

    for (int row = 0; row < rows; row++) {
      assertThat(records.get(row).fields()).containsExactly("id" + row, "lang" + row % 5);
    }
    String last = records.get(rows - 1).fields().get(1);
    assertThat(records.get(rows - 6).fields().get(1)).isSameAs(last);
  }

  private static List<TableRecord> read(String csv) throws IOException {
    try (CsvReader<TableRecord> records = CsvTable.builder(',').build(new TableRecords(), csv)) {
      return records.stream().toList();
    }
  }
}
