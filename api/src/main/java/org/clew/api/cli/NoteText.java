package org.clew.api.cli;

import org.clew.cypher.claim.NoteView;

/** Notes for people. */
final class NoteText {
  private NoteText() {}

  /** What was written, by whom, when, and the id that takes it back. */
  static String line(NoteView note) {
    String said = note.assessment() == null ? "" : "assessed as " + note.assessment() + ": ";
    return Printing.plain(said + note.text()) + " " + origin(note);
  }

  static String origin(NoteView note) {
    String by = note.by() == null ? "" : note.by() + ", ";
    String tlp = note.tlp() == null ? "" : ", TLP:" + note.tlp();
    return Printing.plain("(" + by + note.date() + tlp + "; " + note.id() + ")");
  }
}
