package org.clew.model.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.clew.model.ClewException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What each degree of confidence needs and the limits of the calculation: the one versioned table.
 *
 * @param version version of the table; part of every result
 * @param high what high confidence needs
 * @param highChains independent chains that high confidence needs
 * @param highRoots roots of which these must come
 * @param highFamilies families of evidence they must show
 * @param rivalMargin a rival this close in score, under another controller, rules out high
 * @param moderate what moderate confidence needs
 * @param low score that low confidence needs
 * @param alignedBelow q of amplification from which a subject is state-aligned
 * @param chains so many of the best chains make the score, at most 64
 * @param exactPairs with more pairs than these the score is simulated
 * @param samples samples of a simulation
 * @param crowd what more assets than these share is taken away together
 */
public record VerdictTable(
    int version,
    Level high,
    int highChains,
    int highRoots,
    int highFamilies,
    double rivalMargin,
    Level moderate,
    double low,
    double alignedBelow,
    int chains,
    int exactPairs,
    int samples,
    int crowd) {
  private static final String RESOURCE = "verdict-table.yml";

  /**
   * Two thresholds.
   *
   * @param score least S
   * @param weakest least K
   */
  public record Level(double score, double weakest) {}

  /** The table Clew comes with. */
  public static VerdictTable builtIn() {
    return BuiltIn.TABLE;
  }

  /**
   * The table of that version; one that is no longer in use is kept as {@code
   * verdict-table-VERSION.yml}.
   *
   * @throws ClewException USAGE when Clew has no such version
   */
  public static VerdictTable ofVersion(int version) {
    VerdictTable present = builtIn();
    VerdictTable wanted =
        version == present.version ? present : read(RESOURCE.replace(".", "-" + version + "."));
    if (wanted == null) {
      throw new ClewException(
          ClewException.Reason.USAGE,
          "There is no version "
              + version
              + " of the table of verdicts; the present one is "
              + present.version
              + ".");
    }
    return wanted;
  }

  private static VerdictTable of(Map<String, Map<String, Number>> yaml, int version) {
    return new VerdictTable(
        version,
        level(yaml, "high"),
        number(yaml, "high", "chains").intValue(),
        number(yaml, "high", "roots").intValue(),
        number(yaml, "high", "families").intValue(),
        number(yaml, "high", "rivalMargin").doubleValue(),
        level(yaml, "moderate"),
        number(yaml, "low", "score").doubleValue(),
        number(yaml, "aligned", "q").doubleValue(),
        number(yaml, "calculation", "chains").intValue(),
        number(yaml, "calculation", "exactPairs").intValue(),
        number(yaml, "calculation", "samples").intValue(),
        number(yaml, "calculation", "crowd").intValue());
  }

  private static Level level(Map<String, Map<String, Number>> yaml, String name) {
    return new Level(
        number(yaml, name, "score").doubleValue(), number(yaml, name, "weakest").doubleValue());
  }

  private static Number number(Map<String, Map<String, Number>> yaml, String section, String name) {
    Number number = yaml.getOrDefault(section, Map.of()).get(name);
    if (number == null) {
      throw new IllegalStateException(RESOURCE + " lacks " + section + "." + name + ".");
    }
    return number;
  }

  private static @Nullable VerdictTable read(String resource) {
    try (InputStream yaml = VerdictTable.class.getResourceAsStream(resource)) {
      if (yaml == null) {
        return null;
      }
      Map<String, Map<String, Number>> sections =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(new InputStreamReader(yaml, StandardCharsets.UTF_8));
      return of(sections, number(sections, "table", "version").intValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class BuiltIn {
    static final VerdictTable TABLE =
        Objects.requireNonNull(read(RESOURCE), RESOURCE + " is missing from the program.");
  }
}
