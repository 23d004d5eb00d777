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
 * @param tlp how far what it says may be passed on; null where nobody said
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
    List<EntityId> derivesFrom,
    @Nullable Tlp tlp) {
  public Source {
    derivesFrom = List.copyOf(derivesFrom);
  }

  /** A source of which nobody said how far it may be passed on. */
  public Source(
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
    this(id, title, publisher, date, grade, licence, url, sha256, file, format, derivesFrom, null);
  }

  /** A source of which nothing but the id is known, with the unknown grade. */
  public static Source onlyNamed(EntityId id) {
    return new Source(
        id, id.local(), null, null, Grade.UNKNOWN, null, null, null, null, null, List.of());
  }

  /** The same with other roots. */
  public Source withDerivesFrom(List<EntityId> roots) {
    return new Source(
        id, title, publisher, date, grade, licence, url, sha256, file, format, roots, tlp);
  }

  /** Whether a reader up to that level may see what it says. */
  public boolean isFor(Tlp reader) {
    return tlp == null || tlp.isFor(reader);
  }
}
