package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFooterTest {
  @TempDir Path folder;

  @Test
  void shouldNotDependOnTheOrderInWhichTheLibraryListsEncodings() throws IOException {
    ObservationLog log = ObservationLog.in(folder);
    Load load =
        Samples.load(
            log,
            Samples.request("posts.csv"),
            Collections.nCopies(100, Samples.url(Samples.ALICE, "u", 1, "x:1", 1)));
    Path segment = folder.resolve("segments/" + load.segment() + ".parquet");
    byte[] canonical = Files.readAllBytes(segment);

    Files.write(segment, withEncodingsReversed(canonical));
    assertThat(segment).binaryContent().isNotEqualTo(canonical);
    SegmentFooter.makeCanonical(segment);

    assertThat(segment).binaryContent().isEqualTo(canonical);
  }

  private static byte[] withEncodingsReversed(byte[] file) throws IOException {
    ByteBuffer tail = ByteBuffer.wrap(file, file.length - 8, 4).order(ByteOrder.LITTLE_ENDIAN);
    int start = file.length - 8 - tail.getInt();
    FileMetaData footer =
        Util.readFileMetaData(
            new ByteArrayInputStream(Arrays.copyOfRange(file, start, file.length - 8)));
    footer
        .getRow_groups()
        .forEach(
            group ->
                group
                    .getColumns()
                    .forEach(column -> Collections.reverse(column.getMeta_data().getEncodings())));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, start);
    Util.writeFileMetaData(footer, out);
    int length = out.size() - start;
    out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    out.write("PAR1".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
