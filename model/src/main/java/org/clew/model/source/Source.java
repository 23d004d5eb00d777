package org.clew.model.source;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * A file, report or statement that facts are taken from.
 *
 * @param id {@code source:<slug>}
 * @param title what a reader should see
 * @param publisher who published it; null where unknown
 * @param date when it was published; null where unknown
 * @param grade its Admiralty grade, {@link Grade#UNKNOWN} where nobody gave one
 * @param licence SPDX name or a short text; null where unknown
 * @param url where it can be read; null where unknown
 * @param sha256 digest of the file it was loaded from, 64 hex digits; null for a source that no
 *     file stands for
 * @param file name of that file without its folder; null likewise
 * @param format name of the format it was read with; null likewise
 * @param derivesFrom the sources it repeats or was tipped by; empty for a root
 */
public record Source(
    EntityId id,
    String title,
    @Nullable String publisher,
    @Nullable PartialDate date,
    Grade grade,
    @Nullable String licence,
    @Nullable String url,
    @Nullable String sha256,
    @Nullable String file,
    @Nullable String format,
    List<EntityId> derivesFrom) {
  public Source {
    derivesFrom = List.copyOf(derivesFrom);
  }
}
