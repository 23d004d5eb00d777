package org.clew.loader.ingest;

/** What is wrong with one item of a case file; it never leaves the package. */
final class CaseFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String reason;

  CaseFault(String key, String reason) {
    super(reason, null, false, false);
    this.key = key;
    this.reason = reason;
  }

  String key() {
    return key;
  }

  String reason() {
    return reason;
  }
}
