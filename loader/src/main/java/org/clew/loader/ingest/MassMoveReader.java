package org.clew.loader.ingest;

import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** One of the tables of MassMove. */
abstract class MassMoveReader implements FormatReader {
  private static final Grade GRADE = new Grade('C', 3);

  /** States what a row says; gives the reject where it says nothing. */
  abstract @Nullable RejectedRow handle(Row row, RowFacts facts);

  @Override
  public final String name() {
    return "massmove";
  }

  @Override
  public final Grade defaultGrade() {
    return GRADE;
  }

  @Override
  public final void read(Input input, ReadOptions options, FactSink sink) {
    CsvTable.read(input, sink, row -> handle(row, new RowFacts(sink, row)));
  }
}
