package org.clew.model;

/**
 * The one unchecked root of what stops the work. Its message is one clear sentence for the user; a
 * fault in a single input row is never an exception but a {@code RejectedRow}.
 */
public class ClewException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the caller did wrong or what failed, which decides exit status and HTTP status. */
  public enum Reason {
    /** The request itself is wrong: exit 2, HTTP 400. */
    USAGE,
    /** A named thing does not exist: exit 2, HTTP 404. */
    NOT_FOUND,
    /** A name fits several things: exit 2, HTTP 409. */
    AMBIGUOUS,
    /**
     * What was asked for is not allowed, such as a write through the read-only gate: exit 1, HTTP
     * 403.
     */
    FORBIDDEN,
    /** A limit of time, rows or memory was reached: exit 1, HTTP 503. */
    LIMIT,
    /** The store, the disk or the network failed: exit 1, HTTP 503. */
    UNAVAILABLE,
    /** The input cannot be read: exit 1, HTTP 422. */
    UNREADABLE
  }

  private final Reason reason;

  /** A failure with its reason and a sentence for the user. */
  public ClewException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A failure with its reason, a sentence for the user and the cause, which is kept. */
  public ClewException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why it failed. */
  public Reason reason() {
    return reason;
  }
}
