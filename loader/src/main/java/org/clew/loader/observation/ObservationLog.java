package org.clew.loader.observation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/**
 * The posts and observations of all loads, in one immutable Parquet file a load beside the graph.
 * Reading needs no lock; one writer at a time is let in, from whatever process. Reading while
 * another removes or erases may fail with UNREADABLE and can be repeated.
 *
 * <p>All methods throw {@code ClewException} UNAVAILABLE if the disk fails.
 */
public sealed interface ObservationLog permits SegmentLog {
  /** The log in that folder, which need not exist yet. */
  static ObservationLog in(Path folder) {
    return new SegmentLog(folder);
  }

  /** All loads, by id. */
  List<Load> loads();

  /** The load that already holds that file as read with that format and those options. */
  Optional<Load> find(String fileSha256, String format, String options);

  /**
   * Starts a load at once. What interrupted ones left behind is removed before the first.
   *
   * @throws ClewException USAGE if the log holds one of the files already, as {@link #find} tells;
   *     UNAVAILABLE while another load is being written
   */
  default LoadWriter begin(LoadRequest request) {
    return begin(request, WriteLock.REFUSE)
        .orElseThrow(
            () ->
                new ClewException(
                    Reason.USAGE,
                    "The observation log already holds "
                        + request.files().stream()
                            .map(LoadedFile::name)
                            .collect(Collectors.joining(" or "))
                        + "."));
  }

  /**
   * Starts a load when no other is being written, by this process or another.
   *
   * @param busy run again and again until then; it takes its time, and may end the waiting by
   *     throwing
   * @return nothing if by then the log holds one of the files, as {@link #find} tells
   */
  Optional<LoadWriter> begin(LoadRequest request, Runnable busy);

  /** Reads columns for detection. */
  ObservationScan scan(RowFilter filter);

  /**
   * Visits matching observations in the order of loads and rows, until the visitor says false. Of
   * {@code kinds}, POST is left out.
   */
  void observations(
      Set<ObservationKind> kinds, RowFilter filter, Predicate<? super Observation> visitor);

  /**
   * The next matching observations after a place, in the order of loads and rows. It is read in
   * bounded time: where that is up, the page may hold less than asked for, even nothing, and yet
   * not be the last.
   *
   * @param after null for the beginning
   * @param limit at least 1
   */
  LogPage page(LogQuery query, @Nullable LogPlace after, int limit);

  /** Visits matching posts with their texts, until the visitor says false. */
  void posts(RowFilter filter, Predicate<? super Post> visitor);

  /** What is wrong with the files of the log, by reading every byte; empty if nothing is. */
  List<Damage> verify();

  /**
   * Takes back all rows of one source. Loads of several files keep the rows of the others.
   *
   * @return the number of rows removed
   */
  long remove(EntityId source);

  /**
   * Forgets accounts: their rows and rows that mention them go, and other rows lose the reference
   * to them. A keyed hash of each id stays behind, which keeps them out of later loads. What others
   * wrote about them in their texts stays. Repeating it is harmless.
   *
   * @param names what they go by, such as handles, for {@link #erasedNames}
   */
  Erasure erase(Set<EntityId> accounts, Set<String> names);

  /**
   * Whether a text holds a name of an account that was erased, as of now. Not for use by several
   * threads.
   */
  Predicate<String> erasedNames();

  /** Whether that account was erased and must not be stored again. */
  boolean isErased(EntityId account);

  /** The same test for many entities, as of now. Not for use by several threads. */
  Predicate<EntityId> erased();
}
