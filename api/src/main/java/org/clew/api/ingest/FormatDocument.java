package org.clew.api.ingest;

import java.util.List;
import org.clew.loader.ingest.FormatReader;
import org.clew.loader.ingest.Formats;

/**
 * A format that can be loaded.
 *
 * @param name as {@code --format} takes it
 * @param fills what of the graph it fills
 * @param recognisedBy how it is recognised
 * @param defaultGrade grade of its statements where nobody gives another
 */
public record FormatDocument(String name, String fills, String recognisedBy, String defaultGrade) {
  /** All formats, in the order in which they are tried. */
  public static List<FormatDocument> all() {
    return Formats.all().stream().map(FormatDocument::of).toList();
  }

  private static FormatDocument of(FormatReader reader) {
    return new FormatDocument(
        reader.name(), reader.fills(), reader.recognisedBy(), reader.defaultGrade().toString());
  }
}
