package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments anew without some of their rows. The entry changes in one step from the old
 * segment to the new one, and then the old one is deleted.
 */
final class Rewriting {
  private static final Set<ObservationKind> ALL = EnumSet.allOf(ObservationKind.class);

  private final LogFolder folder;
  private final Catalogue catalogue;

  Rewriting(LogFolder folder, Catalogue catalogue) {
    this.folder = folder;
    this.catalogue = catalogue;
  }

  long remove(EntityId source) throws IOException {
    folder.sweep(catalogue.loads());
    long removed = 0;
    for (Load load : catalogue.loads()) {
      List<LoadedFile> others =
          load.files().stream().filter(file -> !file.source().equals(source)).toList();
      if (others.isEmpty()) {
        removed += size(load);
        catalogue.remove(load);
        deleteIfUnused(load.segment());
      } else if (others.size() < load.files().size()) {
        requireWhole(load);
        removed +=
            rewrite(load, others, row -> row.origin().source().equals(source) ? null : row, false);
      }
    }
    return removed;
  }

  private void requireWhole(Load load) throws IOException {
    Optional<Damage> damage = Verification.damage(folder, load);
    if (damage.isPresent()) {
      throw new ClewException(
          Reason.UNREADABLE, damage.get().file() + ": " + damage.get().problem());
    }
  }

  Erasure erase(Set<EntityId> accounts) throws IOException {
    folder.sweep(catalogue.loads());
    Set<String> ids = accounts.stream().map(EntityId::value).collect(Collectors.toSet());
    List<Damage> damaged = new ArrayList<>();
    int segments = 0;
    long rows = 0;
    for (Load load : catalogue.loads()) {
      Optional<Damage> damage = Verification.damage(folder, load);
      if (damage.isPresent()) {
        damaged.add(damage.get());
      } else if (names(load, accounts)) {
        rows += rewrite(load, load.files(), new Redaction(ids::contains)::apply, true);
        segments++;
      }
    }
    return new Erasure(segments, rows, damaged);
  }

  private boolean names(Load load, Set<EntityId> accounts) {
    return matches(load, RowFilter.all().withAccounts(accounts))
        || matches(load, RowFilter.all().withTargets(accounts));
  }

  private boolean matches(Load load, RowFilter filter) {
    AtomicBoolean found = new AtomicBoolean();
    SegmentRows.visit(
        folder.segment(load.segment()),
        ALL,
        new RowMatcher(filter),
        row -> {
          found.set(true);
          return false;
        });
    return found.get();
  }

  private long rewrite(Load load, List<LoadedFile> files, RowEdit edit, boolean withhold)
      throws IOException {
    try (SegmentWriter writer = new SegmentWriter(folder.temporary().resolve(load.id()))) {
      copy(load, edit, writer);
      Path finished = writer.finish();
      long removed = size(load) - writer.rows().values().stream().mapToLong(Long::longValue).sum();
      Load changed =
          new Load(
              load.id(),
              load.format(),
              load.options(),
              files,
              folder.adopt(finished),
              writer.rows(),
              load.withheld() + (withhold ? removed : 0),
              writer.earliest(),
              writer.latest());
      catalogue.put(changed);
      deleteIfUnused(load.segment());
      return removed;
    }
  }

  private void copy(Load load, RowEdit edit, SegmentWriter writer) {
    SegmentRows.visit(
        folder.segment(load.segment()),
        ALL,
        new RowMatcher(RowFilter.all()),
        row -> {
          LogRow kept = edit.apply(row);
          return kept == null || Disk.run(() -> writer.write(kept));
        });
  }

  private void deleteIfUnused(String segment) throws IOException {
    if (catalogue.loads().stream().noneMatch(load -> load.segment().equals(segment))) {
      DurableFiles.delete(folder.segment(segment));
    }
  }

  private static long size(Load load) {
    return load.posts() + load.observations();
  }

  /** What becomes of a row; null for nothing. */
  @FunctionalInterface
  private interface RowEdit {
    @Nullable LogRow apply(LogRow row);
  }
}
