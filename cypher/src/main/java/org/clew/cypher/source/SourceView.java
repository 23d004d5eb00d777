package org.clew.cypher.source;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** A source as the graph shows it; the fields are those of {@link org.clew.model.source.Source}. */
public record SourceView(
    EntityId id,
    String title,
    @Nullable String publisher,
    @Nullable String date,
    String grade,
    @Nullable String licence,
    @Nullable String url,
    @Nullable String sha256,
    @Nullable String file,
    @Nullable String format,
    List<String> derivesFrom,
    @Nullable String tlp) {

  /** The same, derived from others. */
  public SourceView withDerivesFrom(List<String> others) {
    return new SourceView(
        id, title, publisher, date, grade, licence, url, sha256, file, format, others, tlp);
  }
}
