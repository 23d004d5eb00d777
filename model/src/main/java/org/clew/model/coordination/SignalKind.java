package org.clew.model.coordination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.clew.model.observation.ObservationKind;

/** What accounts can be found to do together. */
public enum SignalKind {
  /** Link one URL. */
  URL(ObservationKind.URL, true),
  /** Reshare one post. */
  RESHARE(ObservationKind.RESHARE, true),
  /** Post one text, but for case, mentions and white space. */
  TEXT(ObservationKind.TEXT, true),
  /** Post nearly one text. */
  NEAR_TEXT(ObservationKind.POST, false),
  /** Use one hashtag. */
  HASHTAG(ObservationKind.HASHTAG, true),
  /** Use the same five hashtags or more in one order. */
  HASHTAG_SEQUENCE(ObservationKind.HASHTAG, false),
  /** Reply to one post. */
  REPLY(ObservationKind.REPLY, true),
  /** Reshare one account within seconds after it posts. */
  FAST_RESHARE(ObservationKind.RESHARE, false),
  /** Post one image. */
  IMAGE(ObservationKind.IMAGE, true),
  /** Share one object of a kind the input does not tell. */
  OBJECT(ObservationKind.OBJECT, true),
  /** Link one domain, where the input names no URL. */
  DOMAIN(ObservationKind.DOMAIN, true);

  private final String id;
  private final ObservationKind rows;
  private final boolean plain;

  SignalKind(ObservationKind rows, boolean plain) {
    this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.rows = rows;
    this.plain = plain;
  }

  /** The word on the command line, in the graph and in an artifact's id. */
  public String id() {
    return id;
  }

  /** The kind of the log's rows it is found in. */
  public ObservationKind rows() {
    return rows;
  }

  /** Whether the artifacts are those of the log's rows themselves and not made of them. */
  public boolean isPlain() {
    return plain;
  }

  /** The signal of that word, if there is one. */
  public static Optional<SignalKind> ofId(String id) {
    return Arrays.stream(values()).filter(signal -> signal.id.equals(id)).findFirst();
  }
}
