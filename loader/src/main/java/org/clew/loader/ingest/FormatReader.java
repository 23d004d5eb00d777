package org.clew.loader.ingest;

import org.clew.model.source.Grade;

/** Reads files of one format. */
public interface FormatReader {
  /** The name of the format, as {@code --format} takes it. */
  String name();

  /** What of the graph it fills. */
  String fills();

  /** How it is recognised, for the reader of {@code clew formats}. */
  String recognisedBy();

  /** The grade of a file's statements where nobody gives another. */
  Grade defaultGrade();

  /** Whether a file that begins so is of this format. */
  boolean recognises(Sample sample);

  /**
   * Reads a file. A faulty row is a reject, never an exception.
   *
   * @throws org.clew.model.ClewException UNREADABLE when the file cannot be read on
   */
  void read(Input input, ReadOptions options, FactSink sink);
}
