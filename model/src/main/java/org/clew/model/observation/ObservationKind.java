package org.clew.model.observation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account was observed to do in a post. Except for {@link #POST} the kind also says what
 * the artifact is. The order is that of the rows in a segment.
 */
public enum ObservationKind {
  /** Wrote the post itself; a row of {@link Post}, without an artifact. */
  POST,
  /** Linked a URL; the artifact is the normalised URL, the target its domain. */
  URL,
  /** Linked a domain where the input names no URL; the artifact is the host. */
  DOMAIN,
  /** Used a hashtag; the artifact is its text in lower case without the number sign. */
  HASHTAG,
  /** Reshared a post; the artifact is the original post, the target its account. */
  RESHARE,
  /** Quoted a post; artifact and target as with {@link #RESHARE}. */
  QUOTE,
  /** Replied to a post; artifact and target as with {@link #RESHARE}. */
  REPLY,
  /** Mentioned an account, which is both artifact and target. */
  MENTION,
  /** Posted a text; the artifact is the hash of the text as it is compared. */
  TEXT,
  /** Posted an image; the artifact is its perceptual hash or the input's own id. */
  IMAGE,
  /** Shared an object of a kind the input does not tell; the artifact is its id. */
  OBJECT;

  private final String id;

  ObservationKind() {
    this.id = name().toLowerCase(Locale.ROOT);
  }

  /** The word in files, on the command line and in an artifact's id. */
  public String id() {
    return id;
  }

  /** The kind of that word, if there is one. */
  public static Optional<ObservationKind> ofId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
