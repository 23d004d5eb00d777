package org.clew.loader.observation;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's entry of one load.
 *
 * @param id 16 hex digits
 * @param format name of the format
 * @param options how the files were read, as the request spelled it
 * @param files the files whose rows the segment holds
 * @param segment SHA-256 of the segment file, which is also its name
 * @param rows number of rows by kind; kinds without rows are left out
 * @param withheld rows left out because their account was erased
 * @param earliest the earliest time of a row; null where none has one
 * @param latest the latest time of a row; null where none has one
 */
public record Load(
    String id,
    String format,
    String options,
    List<LoadedFile> files,
    String segment,
    Map<ObservationKind, Long> rows,
    long withheld,
    @Nullable Instant earliest,
    @Nullable Instant latest) {
  public Load {
    files = List.copyOf(files);
    Map<ObservationKind, Long> ordered = new EnumMap<>(ObservationKind.class);
    ordered.putAll(rows);
    rows = Collections.unmodifiableMap(ordered);
  }

  /** The number of posts. */
  public long posts() {
    return rows.getOrDefault(ObservationKind.POST, 0L);
  }

  /** The number of observations, posts not counted. */
  public long observations() {
    return rows.values().stream().mapToLong(Long::longValue).sum() - posts();
  }

  boolean holds(String sha256, String otherFormat, String otherOptions) {
    return format.equals(otherFormat)
        && options.equals(otherOptions)
        && files.stream().anyMatch(file -> file.sha256().equals(sha256));
  }
}
