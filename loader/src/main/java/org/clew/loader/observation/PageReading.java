package org.clew.loader.observation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/** Reads one page of the log. */
final class PageReading {
  private final LogQuery query;
  private final @Nullable LogPlace after;
  private final int limit;
  private final RowMatcher matcher;
  private final Set<ObservationKind> kinds = EnumSet.noneOf(ObservationKind.class);
  private final List<Observation> rows = new ArrayList<>();
  private final long start = System.nanoTime();
  private @Nullable LogPlace next;

  PageReading(LogQuery query, @Nullable LogPlace after, int limit) {
    this.query = query;
    this.after = after;
    this.limit = limit;
    this.matcher = new RowMatcher(query.filter());
    kinds.addAll(query.kinds());
    kinds.remove(ObservationKind.POST);
  }

  LogPage read(List<Load> loads, Function<Load, Path> segments) {
    boolean first = true;
    for (Load load : loads) {
      if (!concerns(load)) {
        continue;
      }
      for (RowGroupRef group : RowGroupRef.find(List.of(segments.apply(load)), kinds)) {
        int from = from(load, group);
        if (from < 0) {
          continue;
        }
        if (!first && System.nanoTime() - start > query.patience().toNanos()) {
          return new LogPage(rows, new LogPlace(load.id(), group.index(), from), true);
        }
        first = false;
        if (!SegmentRows.visit(
            group, matcher, from, (number, row) -> take(load, group, number, row))) {
          return new LogPage(rows, next, false);
        }
      }
    }
    return new LogPage(rows, null, false);
  }

  private boolean take(Load load, RowGroupRef group, int number, LogRow row) {
    Observation observation = row.toObservation();
    if (!query.condition().test(observation)) {
      return true;
    }
    if (rows.size() == limit) {
      next = new LogPlace(load.id(), group.index(), number);
      return false;
    }
    rows.add(observation);
    return true;
  }

  private boolean concerns(Load load) {
    Set<EntityId> sources = query.filter().sources();
    return (after == null || load.id().compareTo(after.load()) >= 0)
        && (sources.isEmpty()
            || load.files().stream().anyMatch(file -> sources.contains(file.source())));
  }

  /** The first row of a group to look at; negative for none. */
  private int from(Load load, RowGroupRef group) {
    if (after == null || !load.id().equals(after.load()) || group.index() > after.group()) {
      return 0;
    }
    return group.index() == after.group() ? after.row() : -1;
  }
}
