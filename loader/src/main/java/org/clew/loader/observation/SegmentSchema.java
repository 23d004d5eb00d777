package org.clew.loader.observation;

import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.Type;

/** The columns of a segment. */
final class SegmentSchema {
  static final String KIND = "kind";
  static final String ACCOUNT = "account";
  static final String ARTIFACT = "artifact";
  static final String TIME = "time";
  static final String PRECISION = "precision";
  static final String POST = "post";
  static final String TARGET = "target";
  static final String SOURCE = "source";
  static final String FILE = "file";
  static final String LINE = "line";
  static final String LANGUAGE = "language";
  static final String TEXT = "text";

  /** Columns whose values hardly repeat, so that a dictionary would only cost. */
  static final List<String> WITHOUT_DICTIONARY = List.of(TIME, POST, LINE, TEXT);

  /** Columns whose least and greatest value tell nothing and cost a comparison a row. */
  static final List<String> WITHOUT_STATISTICS = List.of(ACCOUNT, ARTIFACT, POST, TARGET, TEXT);

  static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message observation {
            required binary kind (STRING);
            required binary account (STRING);
            optional binary artifact (STRING);
            optional int64 time (TIMESTAMP(MILLIS,true));
            optional binary precision (STRING);
            required binary post (STRING);
            optional binary target (STRING);
            required binary source (STRING);
            required binary file (STRING);
            required int64 line;
            optional binary language (STRING);
            optional binary text (STRING);
          }
          """);

  private SegmentSchema() {}

  /** The schema with those columns only, in the schema's order. */
  static MessageType project(Set<String> columns) {
    List<Type> fields =
        SCHEMA.getFields().stream().filter(field -> columns.contains(field.getName())).toList();
    return new MessageType(SCHEMA.getName(), fields);
  }
}
