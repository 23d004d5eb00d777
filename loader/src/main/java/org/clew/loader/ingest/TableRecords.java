package org.clew.loader.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;
import java.util.List;

/**
 * Gathers the fields that FastCSV splits into records. A field that comes again in its column is
 * the same object, which saves most of a large table's memory; a column whose fields hardly do is
 * read without looking.
 */
final class TableRecords extends AbstractBaseCsvCallbackHandler<TableRecord> {
  private static final int MOST_FIELDS = 1 << 14;
  private static final int LONGEST_FIELD = 1 << 24;
  private static final int LONGEST_RECORD = 1 << 26;

  /** After so many fields a column is judged; a third of them must have come again. */
  private static final int TRIAL = 1 << 15;

  private static final char UNDECODABLE = '\ufffd';

  private final RepeatedTexts texts = new RepeatedTexts();
  private String[] fields = new String[1];
  private int[] looked = new int[1];
  private int[] found = new int[1];
  private int length;
  private boolean decoded;

  @Override
  protected void handleBegin(long line) {
    length = 0;
    decoded = true;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
    length += size;
    if (index >= MOST_FIELDS || size > LONGEST_FIELD || length > LONGEST_RECORD) {
      throw new CsvParseException(
          "The record at line %d has more than %d fields or is longer than %d characters."
              .formatted(getStartingLineNumber(), MOST_FIELDS, LONGEST_FIELD));
    }
    if (index >= fields.length) {
      grow(index + 1);
    }
    decoded &= isDecoded(buffer, offset, size);
    fields[index] = text(index, buffer, offset, size);
  }

  /** An empty line is a record of one empty field. */
  @Override
  protected void handleEmpty() {
    fields[0] = "";
  }

  private String text(int column, char[] buffer, int offset, int size) {
    if (looked[column] >= TRIAL && 3 * found[column] < looked[column]) {
      return new String(buffer, offset, size);
    }
    int before = texts.found();
    String text = texts.of(buffer, offset, size);
    if (looked[column] < TRIAL) {
      looked[column]++;
      found[column] += texts.found() - before;
    }
    return text;
  }

  @Override
  protected TableRecord buildRecord() {
    int count = getFieldCount();
    String[] all = count == fields.length ? fields : Arrays.copyOf(fields, count);
    return new TableRecord(getStartingLineNumber(), List.of(all), decoded);
  }

  /** One comparison finds U+FFFD and NUL, and two more characters that no text has. */
  private static boolean isDecoded(char[] buffer, int offset, int size) {
    boolean decoded = true;
    for (int i = offset; i < offset + size; i++) {
      decoded &= (char) (buffer[i] - 1) < UNDECODABLE - 1;
    }
    return decoded;
  }

  private void grow(int size) {
    fields = Arrays.copyOf(fields, size);
    looked = Arrays.copyOf(looked, size);
    found = Arrays.copyOf(found, size);
  }
}
