package org.clew.api.export;

import java.util.Locale;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.Hypothesis;

/** How kinds and hypotheses look; the colours are those of the web page. */
final class PictureKinds {
  private PictureKinds() {}

  static String word(EntityKind kind) {
    return switch (kind) {
      case MEDIA_OUTLET -> "Media outlet";
      default -> kind.label();
    };
  }

  static String plural(EntityKind kind) {
    return switch (kind) {
      case MEDIA_OUTLET -> "media outlets";
      default -> kind.label().toLowerCase(Locale.ROOT) + "s";
    };
  }

  static String colour(EntityKind kind) {
    return switch (kind) {
      case ACCOUNT -> "#3c78c8";
      case PAGE -> "#5a67c4";
      case GROUP -> "#7a5cb8";
      case DOMAIN -> "#1f8a8a";
      case MEDIA_OUTLET -> "#c2410c";
      case ORGANIZATION -> "#a16207";
      case STATE -> "#8a3b86";
      case INDICATOR, SOURCE -> "#5b6676";
      case ARTIFACT -> "#64748b";
      case CLUSTER -> "#2f8f4e";
    };
  }

  static String colour(Hypothesis hypothesis) {
    return switch (hypothesis) {
      case CONTROL -> "#0b5cad";
      case AMPLIFICATION -> "#b8500a";
      case STATE_RELATION -> "#8a3b86";
      case BEHAVIOUR -> "#08775b";
      case CONTEXT -> "#8b95a3";
    };
  }

  /** What a link of that hypothesis can be evidence of. */
  static String word(Hypothesis hypothesis) {
    return switch (hypothesis) {
      case CONTROL -> "control: is run by";
      case AMPLIFICATION -> "amplification: spreads the content of";
      case STATE_RELATION -> "relation to a State";
      case BEHAVIOUR -> "behaviour";
      case CONTEXT -> "context, no evidence";
    };
  }

  /** The pattern of the line; empty for a solid one. */
  static String dashes(Hypothesis hypothesis) {
    return switch (hypothesis) {
      case AMPLIFICATION -> "8 4";
      case CONTEXT -> "2 3";
      default -> "";
    };
  }
}
