package org.clew.loader.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row says the network did with an indicator, by the code of Meta's kill chain (Nimmo and
 * Hutchins 2023) or by the comment beside it.
 *
 * @param code the code, as in {@code 0.6.2}; empty where there is none
 * @param compromised whether the comment says that it is someone else's
 */
record ThreatTactic(Optional<String> code, boolean compromised) {
  private static final Pattern CODE =
      Pattern.compile("^\\s*(\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?)\\b.*", Pattern.DOTALL);
  private static final Pattern NOT_OWN =
      Pattern.compile(
          "watering hole|compromised|petition|victim|legitimate|impersonated|social card preview",
          Pattern.CASE_INSENSITIVE);

  /** Acquired, disguised, commanded, amplified with or renewed: the network's own. */
  private static final Set<String> OWN =
      Set.of(
          "0.1", "0.2", "0.4", "0.6", "0.7", "0.8", "0.9", "1.1", "1.2", "1.3", "1.6", "1.7", "1.8",
          "3.4", "6.2", "9.5");

  private static final String POSTING = "6.1";
  private static final Set<String> AGAINST = Set.of("1.4", "1.5", "2.1", "2.2", "8.2", "8.3");

  static ThreatTactic of(String technique, String procedure) {
    Optional<String> code = codeOf(procedure);
    return new ThreatTactic(code.isPresent() ? code : codeOf(technique), false);
  }

  static ThreatTactic ofComment(String comment) {
    return new ThreatTactic(
        Optional.empty(), NOT_OWN.matcher(comment.toLowerCase(Locale.ROOT)).find());
  }

  /**
   * Whether the row says that the network runs it. A blog it posts on is its own if it rents it.
   */
  boolean isOwn(FoundIndicator found) {
    if (code.isEmpty()) {
      return !compromised;
    }
    String group = group();
    return OWN.contains(group) || (group.equals(POSTING) && found.isRented());
  }

  /** Whether the row says that the network impersonated, watched or attacked it. */
  boolean isAgainst() {
    return code.isPresent() && AGAINST.contains(group());
  }

  private String group() {
    return code.orElse("").replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  private static Optional<String> codeOf(String text) {
    Matcher code = CODE.matcher(text);
    return code.matches() ? Optional.of(code.group(1)) : Optional.empty();
  }
}
