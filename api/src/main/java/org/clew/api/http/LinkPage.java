package org.clew.api.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.links.LinkView;
import org.jspecify.annotations.Nullable;

/**
 * One link with what analysts wrote of it.
 *
 * @param link its fields stand beside {@code notes}
 * @param notes at most 100
 * @param truncated {@code {"reason": …}} when there are more notes; null otherwise
 */
record LinkPage(
    @JsonUnwrapped LinkView link, List<NoteView> notes, @Nullable Map<String, String> truncated) {
  static final int MAX_NOTES = 100;

  /**
   * The page of a link.
   *
   * @param notes those to show and, if there are more, at least one beyond them
   */
  static LinkPage of(LinkView link, List<NoteView> notes) {
    return notes.size() <= MAX_NOTES
        ? new LinkPage(link, notes, null)
        : new LinkPage(
            link,
            notes.subList(0, MAX_NOTES),
            Map.of("reason", "There are more notes than the first %,d.".formatted(MAX_NOTES)));
  }
}
