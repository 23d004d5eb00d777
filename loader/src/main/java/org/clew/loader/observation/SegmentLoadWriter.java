package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.clew.model.observation.Observation;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/** Writes a segment below the temporary folder and adopts it on commit. */
final class SegmentLoadWriter implements LoadWriter {
  private final LoadRequest request;
  private final LogFolder folder;
  private final Redaction redaction;
  private final WriteLock lock;
  private final SegmentWriter segment;
  private final WriteBehind<LogRow> rows;
  private long withheld;
  private boolean closed;

  /** Set by the writing thread, read after its end. */
  private volatile @Nullable Path finished;

  SegmentLoadWriter(LoadRequest request, LogFolder folder, Redaction redaction, WriteLock lock)
      throws IOException {
    this.request = request;
    this.folder = folder;
    this.redaction = redaction;
    this.lock = lock;
    this.segment = new SegmentWriter(folder.temporary().resolve(request.loadId()));
    this.rows = new WriteBehind<>(row -> Disk.run(() -> segment.write(row)), this::finish);
  }

  @Override
  public void add(Post post) {
    add(LogRow.of(post));
  }

  @Override
  public void add(Observation observation) {
    add(LogRow.of(observation));
  }

  private void add(LogRow row) {
    LogRow kept = redaction.apply(row);
    if (kept == null) {
      withheld++;
    } else {
      rows.add(kept);
    }
  }

  @Override
  public void end() {
    rows.end();
  }

  private void finish() {
    finished = Disk.run(segment::finish);
  }

  @Override
  public Load commit() {
    rows.finish();
    Path file = Objects.requireNonNull(finished);
    return Disk.run(
        () -> {
          Load load = load(folder.adopt(file));
          new Catalogue(folder.loads()).put(load);
          return load;
        });
  }

  private Load load(String sha256) {
    return new Load(
        request.loadId(),
        request.format(),
        request.options(),
        request.files(),
        sha256,
        segment.rows(),
        withheld,
        segment.earliest(),
        segment.latest());
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Disk.run(
        () -> {
          try (lock) {
            rows.close();
            segment.close();
          }
          return request;
        });
  }
}
