package org.clew.loader.ingest;

import java.util.List;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** The formats that turn a file into facts, in the order in which they are tried. */
public final class Formats {
  private static final int MAX_SHOWN = 200;

  private static final List<FormatReader> ALL =
      List.of(
          new XArchivePostsReader(),
          new XArchiveUsersReader(),
          new CoorTweetReader(),
          new PostsCsvReader(),
          new StateMediaMatrixReader(),
          new LaundromatIndicatorsReader(),
          new LaundromatSitesReader(),
          new MassMoveSitesReader(),
          new MassMoveRelationshipsReader(),
          new MassMoveProcessedReader(),
          new ThreatResearchReader(),
          new GraphmlReader(),
          new GexfReader(),
          new GraphJsonReader(),
          new CypherScriptReader(),
          new StixReader(),
          new OpenGraphReader(),
          new FtmReader(),
          new WarningListReader(),
          new ClewYamlReader(),
          new ClewCsvReader());

  private Formats() {}

  /** All readers. */
  public static List<FormatReader> all() {
    return ALL;
  }

  /**
   * The name itself.
   *
   * @throws ClewException USAGE when no format has it
   */
  public static String requireName(String name) {
    if (ALL.stream().noneMatch(reader -> reader.name().equals(name))) {
      throw new ClewException(
          Reason.USAGE, "There is no format '" + name + "'; formats are " + names() + ".");
    }
    return name;
  }

  /**
   * The reader of that name; of several that share a name, the one that recognises the sample.
   *
   * @throws ClewException USAGE when there is none
   */
  public static FormatReader named(String name, Sample sample) {
    requireName(name);
    List<FormatReader> named = ALL.stream().filter(reader -> reader.name().equals(name)).toList();
    return named.stream()
        .filter(reader -> reader.recognises(sample))
        .findFirst()
        .orElse(named.get(0));
  }

  /**
   * The first reader that recognises a file by its beginning.
   *
   * @throws ClewException UNREADABLE when none does
   */
  public static FormatReader detect(String file, Sample sample) {
    return ALL.stream()
        .filter(reader -> reader.recognises(sample))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownFormatException(
                    file
                        + " is of no known format"
                        + beginning(sample)
                        + "; 'clew formats' says how each is recognised."));
  }

  /** The first line as a table would have it, which shows what is amiss with a header. */
  private static String beginning(Sample sample) {
    if (sample.header().size() < 2) {
      return "";
    }
    String columns = String.join(", ", sample.header());
    boolean cut = columns.length() > MAX_SHOWN;
    return ": its first line is '" + (cut ? columns.substring(0, MAX_SHOWN) + "…" : columns) + "'";
  }

  private static String names() {
    return ALL.stream().map(FormatReader::name).distinct().collect(Collectors.joining(", "));
  }
}
