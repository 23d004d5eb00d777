package org.clew.api.http;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.clew.api.access.AuditTrail;
import org.clew.api.access.Caller;
import org.clew.api.access.RateLimits;

/** Which requests the audit log tells of: those for data, whether answered or turned away. */
@Singleton
final class RequestAudit {
  /** The status that is noted when the client went away before it had an answer. */
  static final int CLIENT_WENT_AWAY = 499;

  /** How many lines a second strangers may cause, all together, so that they cannot fill a disk. */
  private static final int STRANGERS_PER_SECOND = 10;

  private final AuditTrail trail;
  private final RateLimits strangers = new RateLimits(STRANGERS_PER_SECOND, System::nanoTime);

  RequestAudit(AuditTrail trail) {
    this.trail = trail;
  }

  void answered(AuditNote note, Optional<Caller> caller, int status) {
    if (!note.request().getPath().startsWith("/api/")) {
      return;
    }
    if (caller.isEmpty() && !strangers.count("all").allowed()) {
      trail.skip();
    } else {
      trail.note(note.answered(caller, status));
    }
  }
}
