package org.clew.loader.observation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the footer of a Parquet file into one fixed order. The library lists a column's encodings in
 * the order of a hash set over object identities, which differs from process to process; the name
 * of a segment is the hash of its bytes.
 */
final class SegmentFooter {
  private static final int TAIL = 8;
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private SegmentFooter() {}

  static void makeCanonical(Path file) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      long start = footerStart(access);
      byte[] footer = new byte[Math.toIntExact(access.length() - TAIL - start)];
      access.seek(start);
      access.readFully(footer);
      byte[] canonical = canonical(footer);
      access.setLength(start);
      access.seek(start);
      access.write(canonical);
      access.write(littleEndian(canonical.length));
      access.write(MAGIC);
    }
  }

  private static long footerStart(RandomAccessFile access) throws IOException {
    access.seek(access.length() - TAIL);
    byte[] length = new byte[Integer.BYTES];
    access.readFully(length);
    return access.length() - TAIL - ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static byte[] canonical(byte[] footer) throws IOException {
    FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
    for (RowGroup rowGroup : metadata.getRow_groups()) {
      for (ColumnChunk column : rowGroup.getColumns()) {
        sortEncodings(column.getMeta_data());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(footer.length);
    Util.writeFileMetaData(metadata, out);
    return out.toByteArray();
  }

  private static void sortEncodings(ColumnMetaData column) {
    Collections.sort(column.getEncodings());
    if (column.getEncoding_stats() != null) {
      column
          .getEncoding_stats()
          .sort(
              Comparator.comparing(PageEncodingStats::getPage_type)
                  .thenComparing(PageEncodingStats::getEncoding));
    }
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
