package org.clew.model.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;

/**
 * All kinds of control evidence and how they add up: the one versioned table of constants.
 *
 * @param version version of the table; part of every result
 * @param priorOdds odds that two assets belong together before any evidence
 * @param otherPriorOdds prior odds for which results are given too
 * @param enterAt probability at {@code priorOdds} from which a pair enters a chain
 * @param restShare what the weaker evidence of a family adds, as a share of its sum
 * @param restCap what it adds at most, as a share of the strongest
 * @param kinds the kinds by id
 * @param relations the kind of a direct relation that names none itself
 */
public record EvidenceKinds(
    int version,
    double priorOdds,
    List<Double> otherPriorOdds,
    double enterAt,
    double restShare,
    double restCap,
    SortedMap<String, EvidenceKind> kinds,
    SortedMap<LinkType, String> relations) {
  private static final String RESOURCE = "evidence-kinds.yml";

  public EvidenceKinds {
    otherPriorOdds = List.copyOf(otherPriorOdds);
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    relations = Collections.unmodifiableSortedMap(new TreeMap<>(relations));
  }

  /** The table Clew comes with. */
  public static EvidenceKinds builtIn() {
    return BuiltIn.KINDS;
  }

  /**
   * The table of that version. When the constants change, the table before is kept beside the
   * present one as {@code evidence-kinds-VERSION.yml}, so that its verdicts can be computed again.
   *
   * @throws ClewException USAGE when Clew has no such version
   */
  public static EvidenceKinds ofVersion(int version) {
    if (version == BuiltIn.KINDS.version) {
      return BuiltIn.KINDS;
    }
    String resource = RESOURCE.replace(".", "-" + version + ".");
    try (InputStream yaml = EvidenceKinds.class.getResourceAsStream(resource)) {
      if (yaml == null) {
        throw new ClewException(
            ClewException.Reason.USAGE,
            "There is no version "
                + version
                + " of the table of kinds; the present one is "
                + BuiltIn.KINDS.version
                + ".");
      }
      return read(yaml, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @param yaml the text in UTF-8; not closed
   * @param name what messages call it
   * @throws ClewException if it is not a table in which every kind, family and relation is complete
   */
  public static EvidenceKinds read(InputStream yaml, String name) {
    return new EvidenceKindsReader(name).read(yaml);
  }

  /** The kind of that id, if there is one. */
  public Optional<EvidenceKind> find(String id) {
    return Optional.ofNullable(kinds.get(id));
  }

  /**
   * The kind an indicator's id names, as {@code tracker/ga} in {@code indicator:tracker/ga:UA-1}.
   */
  public Optional<EvidenceKind> ofIndicator(EntityId indicator) {
    String local = indicator.local();
    int colon = local.indexOf(':');
    return colon < 0 ? Optional.empty() : find(local.substring(0, colon));
  }

  /** The kind of a direct relation of that type that names none itself, if there is one. */
  public Optional<EvidenceKind> ofRelation(LinkType type) {
    return Optional.ofNullable(relations.get(type)).flatMap(this::find);
  }

  /** The weight Λ from which a pair enters a chain. */
  public double enterAtWeight() {
    return Math.log10(enterAt / (1 - enterAt) / priorOdds);
  }

  private static final class BuiltIn {
    static final EvidenceKinds KINDS = load();

    private static EvidenceKinds load() {
      try (InputStream yaml = EvidenceKinds.class.getResourceAsStream(RESOURCE)) {
        if (yaml == null) {
          throw new IllegalStateException(RESOURCE + " is missing from the program.");
        }
        return read(yaml, RESOURCE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
