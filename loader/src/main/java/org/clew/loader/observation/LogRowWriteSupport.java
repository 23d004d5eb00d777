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
  private final Texts kind = new Texts(SegmentSchema.KIND);
  private final Texts account = new Texts(SegmentSchema.ACCOUNT);
  private final Texts artifact = new Texts(SegmentSchema.ARTIFACT);
  private final Texts precision = new Texts(SegmentSchema.PRECISION);
  private final Texts post = new Texts(SegmentSchema.POST);
  private final Texts target = new Texts(SegmentSchema.TARGET);
  private final Texts source = new Texts(SegmentSchema.SOURCE);
  private final Texts file = new Texts(SegmentSchema.FILE);
  private final Texts language = new Texts(SegmentSchema.LANGUAGE);
  private final Texts text = new Texts(SegmentSchema.TEXT);
  private final int time = index(SegmentSchema.TIME);
  private final int line = index(SegmentSchema.LINE);
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
    kind.write(out, row.kind().id());
    account.write(out, row.account());
    artifact.write(out, row.artifact());
    time(out, row.time());
    post.write(out, row.post());
    target.write(out, row.target());
    source.write(out, row.origin().source().value());
    file.write(out, row.origin().file());
    number(out, SegmentSchema.LINE, line, row.origin().line());
    language.write(out, row.language());
    text.write(out, row.text());
    out.endMessage();
  }

  private void time(RecordConsumer out, @Nullable Moment moment) {
    if (moment != null) {
      number(out, SegmentSchema.TIME, time, moment.epochMillis());
      precision.write(out, moment.precision().id());
    }
  }

  private static int index(String column) {
    return SegmentSchema.SCHEMA.getFieldIndex(column);
  }

  private static void number(RecordConsumer out, String column, int index, long value) {
    out.startField(column, index);
    out.addLong(value);
    out.endField(column, index);
  }

  /** A column of texts. Rows of one post repeat most of them, which are then encoded once. */
  private static final class Texts {
    private final String column;
    private final int index;
    private @Nullable String last;
    private Binary encoded = Binary.EMPTY;

    Texts(String column) {
      this.column = column;
      this.index = index(column);
    }

    void write(RecordConsumer out, @Nullable String value) {
      if (value == null) {
        return;
      }
      if (!value.equals(last)) {
        encoded = Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8));
        last = value;
      }
      out.startField(column, index);
      out.addBinary(encoded);
      out.endField(column, index);
    }
  }
}
