package org.clew.loader.observation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.clew.model.observation.Moment;
import org.jspecify.annotations.Nullable;

/** Hands a row to Parquet, field by field. */
final class LogRowWriteSupport extends WriteSupport<LogRow> {
  private @Nullable RecordConsumer consumer;

  @Override
  @Deprecated
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  private static WriteContext context() {
    return new WriteContext(SegmentSchema.SCHEMA, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(LogRow row) {
    RecordConsumer out = Objects.requireNonNull(consumer);
    out.startMessage();
    text(out, SegmentSchema.KIND, row.kind().id());
    text(out, SegmentSchema.ACCOUNT, row.account());
    text(out, SegmentSchema.ARTIFACT, row.artifact());
    time(out, row.time());
    text(out, SegmentSchema.POST, row.post());
    text(out, SegmentSchema.TARGET, row.target());
    text(out, SegmentSchema.SOURCE, row.origin().source().value());
    text(out, SegmentSchema.FILE, row.origin().file());
    number(out, SegmentSchema.LINE, row.origin().line());
    text(out, SegmentSchema.LANGUAGE, row.language());
    text(out, SegmentSchema.TEXT, row.text());
    out.endMessage();
  }

  private static void time(RecordConsumer out, @Nullable Moment time) {
    if (time != null) {
      number(out, SegmentSchema.TIME, time.epochMillis());
      text(out, SegmentSchema.PRECISION, time.precision().id());
    }
  }

  private static void number(RecordConsumer out, String column, long value) {
    int index = SegmentSchema.SCHEMA.getFieldIndex(column);
    out.startField(column, index);
    out.addLong(value);
    out.endField(column, index);
  }

  private static void text(RecordConsumer out, String column, @Nullable String value) {
    if (value != null) {
      int index = SegmentSchema.SCHEMA.getFieldIndex(column);
      out.startField(column, index);
      out.addBinary(Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8)));
      out.endField(column, index);
    }
  }
}
