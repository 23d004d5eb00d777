package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/**
 * The log as a folder of segments. It keeps nothing in memory, and beginning a load costs the same
 * however many there are.
 */
final class SegmentLog implements ObservationLog {
  private final LogFolder folder;
  private final Catalogue catalogue;
  private final Tombstones tombstones;
  private final AtomicBoolean swept = new AtomicBoolean();

  SegmentLog(Path root) {
    this.folder = new LogFolder(root);
    this.catalogue = new Catalogue(folder.loads());
    this.tombstones = new Tombstones(root);
  }

  @Override
  public List<Load> loads() {
    return Disk.run(catalogue::loads);
  }

  @Override
  public Optional<Load> find(String fileSha256, String format, String options) {
    return Disk.run(
        () -> {
          LoadedFile file = new LoadedFile("", fileSha256, EntityId.source("any"));
          String id = new LoadRequest(format, options, List.of(file)).loadId();
          Optional<Load> alone = catalogue.find(id);
          return alone.isPresent()
              ? alone
              : catalogue.ofSeveralFiles().stream()
                  .filter(load -> load.holds(fileSha256, format, options))
                  .findFirst();
        });
  }

  @Override
  public Optional<LoadWriter> begin(LoadRequest request, Runnable busy) {
    return Disk.run(
        () -> {
          WriteLock lock = WriteLock.acquire(folder.lock(), busy);
          Optional<LoadWriter> writer = Optional.empty();
          try {
            if (!holdsAny(request)) {
              sweepOnce();
              Redaction redaction = Redaction.of(tombstones.check());
              writer = Optional.of(new SegmentLoadWriter(request, folder, redaction, lock));
            }
            return writer;
          } finally {
            if (writer.isEmpty()) {
              lock.close();
            }
          }
        });
  }

  /** What is interrupted later leaves no trace, or ends with this process. */
  private void sweepOnce() throws IOException {
    if (swept.compareAndSet(false, true)) {
      folder.sweep(catalogue.loads());
    }
  }

  private boolean holdsAny(LoadRequest request) {
    return request.files().stream()
        .anyMatch(file -> find(file.sha256(), request.format(), request.options()).isPresent());
  }

  @Override
  public ObservationScan scan(RowFilter filter) {
    return new SegmentScan(this::segments, filter);
  }

  private List<Path> segments() {
    return loads().stream().map(load -> folder.segment(load.segment())).toList();
  }

  @Override
  public void observations(
      Set<ObservationKind> kinds, RowFilter filter, Predicate<? super Observation> visitor) {
    Set<ObservationKind> wanted = EnumSet.noneOf(ObservationKind.class);
    wanted.addAll(kinds);
    wanted.remove(ObservationKind.POST);
    visit(wanted, filter, row -> visitor.test(row.toObservation()));
  }

  @Override
  public LogPage page(LogQuery query, @Nullable LogPlace after, int limit) {
    return new PageReading(query, after, limit)
        .read(loads(), load -> folder.segment(load.segment()));
  }

  @Override
  public void posts(RowFilter filter, Predicate<? super Post> visitor) {
    visit(Set.of(ObservationKind.POST), filter, row -> visitor.test(row.toPost()));
  }

  private void visit(Set<ObservationKind> kinds, RowFilter filter, Predicate<LogRow> visitor) {
    RowMatcher matcher = new RowMatcher(filter);
    for (Path segment : segments()) {
      if (!SegmentRows.visit(segment, kinds, matcher, visitor)) {
        return;
      }
    }
  }

  @Override
  public List<Damage> verify() {
    return Disk.run(() -> new Verification(folder, catalogue).run());
  }

  @Override
  public long remove(EntityId source) {
    return Disk.run(
        () ->
            WriteLock.whileHeld(
                folder.lock(), () -> new Rewriting(folder, catalogue).remove(source)));
  }

  @Override
  public Erasure erase(Set<EntityId> accounts, Set<String> names) {
    return Disk.run(
        () ->
            WriteLock.whileHeld(
                folder.lock(),
                () -> {
                  tombstones.add(accounts, names);
                  return new Rewriting(folder, catalogue).erase(accounts);
                }));
  }

  @Override
  public Predicate<EntityId> erased() {
    Tombstones.Check check = Disk.run(tombstones::check);
    return entity -> check.isErased(entity.value());
  }

  @Override
  public Predicate<String> erasedNames() {
    return new ErasedNames(Disk.run(tombstones::check));
  }

  @Override
  public boolean isErased(EntityId account) {
    return Disk.run(() -> tombstones.check().isErased(account.value()));
  }
}
