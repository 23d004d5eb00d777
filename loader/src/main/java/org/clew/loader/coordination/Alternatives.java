package org.clew.loader.coordination;

import java.util.stream.Collectors;
import org.clew.model.coordination.BenignAlternative;

/** Innocent explanations as sentences. */
public final class Alternatives {
  private static final int NAMED = 3;

  private Alternatives() {}

  /** The explanation, the figures that suggest it, and a few of the accounts it is about. */
  public static String sentence(BenignAlternative alternative, DetectionResult result) {
    String about =
        alternative.accounts().stream()
            .limit(NAMED)
            .map(account -> result.accounts().get(account))
            .collect(Collectors.joining(", "));
    return title(alternative.kind())
        + ": "
        + alternative.reason()
        + (about.isEmpty() ? "" : " (" + about + ")");
  }

  private static String title(BenignAlternative.Kind kind) {
    return switch (kind) {
      case SAME_NEWS_EVENT -> "the same news event";
      case HEADLINE_BOT -> "an account that posts headlines automatically";
      case FANS -> "fans of one account";
      case PETITION -> "a petition or campaign that asks everyone to share";
    };
  }
}
