package org.clew.api.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** The formats a graph can be written in; {@code docs/exports.md} describes each. */
public enum ExportFormat {
  GRAPHML("application/graphml+xml", "graphml"),
  GEXF("application/gexf+xml", "gexf"),
  /** A node-link document, as d3 and NetworkX read it. */
  JSON("application/json", "json"),
  /** A zip archive of three files for spreadsheets. */
  CSV("application/zip", "zip"),
  /** A script of MERGE statements. */
  CYPHER("application/x-cypher-query", "cypher"),
  /** A STIX 2.1 bundle. */
  STIX("application/stix+json", "stix.json"),
  DOT("text/vnd.graphviz", "dot"),
  /** A picture, laid out from left to right. */
  SVG("image/svg+xml", "svg"),
  /** The intelligence brief: one page that opens without a network and prints. */
  HTML("text/html", "html");

  private final String mediaType;
  private final String suffix;

  ExportFormat(String mediaType, String suffix) {
    this.mediaType = mediaType;
    this.suffix = suffix;
  }

  /** The name on the command line, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The media type without parameters; every text is UTF-8. */
  public String mediaType() {
    return mediaType;
  }

  /** The end of a file name, without the dot before it. */
  public String suffix() {
    return suffix;
  }

  /**
   * The format of that name, whatever its case.
   *
   * @throws ClewException when there is none, naming those that exist
   */
  public static ExportFormat ofWord(String word) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ClewException(
                    Reason.USAGE,
                    "There is no export format '" + word + "'; choose one of " + words() + "."));
  }

  /** The format with that media type, if there is one; parameters after a semicolon are ignored. */
  public static Optional<ExportFormat> ofMediaType(String mediaType) {
    int parameters = mediaType.indexOf(';');
    String type = (parameters < 0 ? mediaType : mediaType.substring(0, parameters)).strip();
    return Arrays.stream(values())
        .filter(format -> format.mediaType.equalsIgnoreCase(type))
        .findFirst();
  }

  private static String words() {
    return Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "));
  }
}
