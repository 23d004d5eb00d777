package org.clew.loader.coordination;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clew.loader.observation.ObservationLog;
import org.clew.model.coordination.SignalKind;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.ObservationKind;

/** Finds the rows of some posts in the log, and their texts where those are what was shared. */
final class RowReferences {
  private static final int LONGEST_TEXT = 200;

  private final Map<String, String> rows = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * Looks the posts up.
   *
   * @param accounts whose posts they are
   */
  RowReferences(
      ObservationLog log,
      DetectionRequest request,
      SignalKind signal,
      Set<String> posts,
      Set<EntityId> accounts) {
    if (posts.isEmpty()) {
      return;
    }
    Set<String> missing = new HashSet<>(posts);
    boolean withText = signal == SignalKind.TEXT || signal.rows() == ObservationKind.POST;
    if (withText) {
      log.posts(
          request.filter().withAccounts(accounts),
          post -> {
            if (missing.remove(post.id())) {
              rows.put(post.id(), post.origin().reference());
              String text = post.text();
              if (text != null) {
                texts.put(post.id(), text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
              }
            }
            return !missing.isEmpty();
          });
    }
    if (!missing.isEmpty()) {
      log.observations(
          Set.of(signal.rows()),
          request.filter().withAccounts(accounts),
          act -> {
            if (missing.remove(act.post())) {
              rows.put(act.post(), act.origin().reference());
            }
            return !missing.isEmpty();
          });
    }
  }

  /** The row of a post, such as {@code posts.csv:17}; its id where there is none. */
  String row(String post) {
    return rows.getOrDefault(post, post);
  }

  /** The text of a post, cut; otherwise what is given. */
  String text(String post, String otherwise) {
    return texts.getOrDefault(post, otherwise);
  }
}
