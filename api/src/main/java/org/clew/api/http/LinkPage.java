package org.clew.api.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.links.LinkView;

/**
 * One link with what analysts wrote of it.
 *
 * @param link its fields stand beside {@code notes}
 * @param notes at most 100
 */
record LinkPage(@JsonUnwrapped LinkView link, List<NoteView> notes) {
  static final int MAX_NOTES = 100;
}
