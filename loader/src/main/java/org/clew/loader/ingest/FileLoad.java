package org.clew.loader.ingest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clew.loader.ingest.StatementArchive.Header;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.loader.observation.Load;
import org.clew.loader.observation.LoadRequest;
import org.clew.loader.observation.LoadWriter;
import org.clew.loader.observation.LoadedFile;
import org.clew.loader.observation.ObservationLog;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * Loads one file in this order: the segment with its posts, what it states in the archive, the
 * graph, the mark of completion in the graph. Each step is durable before the next begins and may
 * be done again, so that running the load once more completes it wherever it was cut off. It is
 * complete when both the segment and the mark are there.
 */
final class FileLoad {
  private static final int REPORT_ROWS = 20_000;

  private final TargetGraph graph;
  private final ObservationLog log;
  private final StatementArchive archive;
  private final DataFolder data;
  private final LoadListener listener;

  FileLoad(TargetGraph graph, DataFolder data, LoadListener listener) {
    this.graph = graph;
    this.data = data;
    this.log = data.log();
    this.archive = data.statements();
    this.listener = listener;
  }

  FileReport load(Input input, ReadOptions options) {
    FormatReader reader = FileIngest.reader(input, options);
    String sha256 = reader.givesPosts() ? input.sha256Ahead() : null;
    if (!reader.givesPosts()) {
      return write(input, options, null);
    }
    if (sha256 == null) {
      throw new ClewException(
          Reason.USAGE, "Posts are loaded from a file, not from a stream: " + input.name() + ".");
    }
    return loadPosts(input, options, reader, sha256);
  }

  private FileReport loadPosts(
      Input input, ReadOptions options, FormatReader reader, String sha256) {
    Source source = FileIngest.source(input, reader, options, input.name(), sha256);
    LoadedFile file = new LoadedFile(input.name(), sha256, source.id());
    LoadRequest request = new LoadRequest(reader.name(), options.posts().text(), List.of(file));
    Optional<Load> logged = log.find(sha256, request.format(), request.options());
    if (logged.isEmpty()) {
      Optional<LoadWriter> begun = begin(input.name(), request);
      if (begun.isPresent()) {
        try (LoadWriter segment = begun.get()) {
          return write(input, options, segment);
        }
      }
      logged = log.find(sha256, request.format(), request.options());
    }
    LoadedFile before = logged.orElseThrow().files().get(0);
    if (!before.source().equals(source.id())) {
      return FileReport.alreadyUnder(input.name(), reader.name(), before.source());
    }
    String key = LoadKey.of(source, reader.name(), options);
    Optional<Header> archived = archive.find(key);
    return archived.isPresent() && graph.isComplete(key)
        ? FileReport.already(archived.get())
        : write(input, options, null);
  }

  /** Reads and writes; with a segment the posts go to it, without one they are in the log. */
  private FileReport write(Input input, ReadOptions options, @Nullable LoadWriter segment) {
    String ahead = input.sha256Ahead();
    if (ahead == null) {
      return write(pseudonymised(FileIngest.read(input, options)), options);
    }
    try (RejectsFile.Writing rejects = rejects(input.name(), ahead)) {
      IngestResult result =
          segment == null
              ? read(input, options, PostSink.NONE, rejects)
              : readIntoLog(input, options, segment, rejects);
      boolean already = writeGraph(result, options);
      return FileReport.of(result, rejects.first(), rejects.file(), already);
    }
  }

  private FileReport write(IngestResult result, ReadOptions options) {
    boolean already = writeGraph(result, options);
    String sha256 = String.valueOf(result.source().sha256());
    try (RejectsFile.Writing rejects = rejects(result.file(), sha256)) {
      result.rejects().forEach(rejects::add);
      return FileReport.of(result, rejects.first(), rejects.file(), already);
    }
  }

  private RejectsFile.Writing rejects(String file, String sha256) {
    return new RejectsFile.Writing(
        RejectsFile.in(data.rejects(), file, sha256),
        log.erasedNames(),
        Pseudonyms.ofRejects(data.pseudonyms().isPresent()));
  }

  /** Lets others write the log as soon as the posts are in it. */
  private IngestResult readIntoLog(
      Input input, ReadOptions options, LoadWriter segment, RejectsFile.Writing rejects) {
    try (segment) {
      IngestResult result = read(input, options, PostSink.of(segment), rejects);
      segment.commit();
      return result;
    }
  }

  /** Waits while another load writes the log; nothing where that one brought the file. */
  private Optional<LoadWriter> begin(String file, LoadRequest request) {
    AtomicBoolean waited = new AtomicBoolean();
    Optional<LoadWriter> begun =
        log.begin(
            request,
            () -> {
              if (waited.compareAndSet(false, true)) {
                listener.waiting(file);
              }
              StoppableWork.pause(listener);
            });
    if (waited.get()) {
      listener.reading(file);
    }
    return begun;
  }

  private IngestResult read(
      Input input, ReadOptions options, PostSink posts, RejectsFile.Writing rejects) {
    PostSink watched = new WatchedPosts(posts, rows -> watch(input, rows));
    return pseudonymised(
        FileIngest.read(input, options, watched, (RejectedRow reject) -> rejects.add(reject)));
  }

  private IngestResult pseudonymised(IngestResult result) {
    return data.pseudonyms().map(pseudonyms -> pseudonyms.of(result)).orElse(result);
  }

  /** Whether the graph held all of it before. */
  private boolean writeGraph(IngestResult read, ReadOptions options) {
    String key = LoadKey.of(read, options);
    IngestResult result = Erased.without(read, log.erased());
    boolean already = graph.isComplete(key) && archive.find(key).isPresent();
    if (!already) {
      Header header =
          new Header(
              key,
              result.file(),
              result.format(),
              result.source().id(),
              result.counts(),
              result.verbatim());
      Statements statements = new Statements(header, result.facts(), result.claims());
      graph.write(
          statements,
          () -> archive.save(statements),
          (written, total) -> {
            listener.writing(result.file(), written, total);
            StoppableWork.stopIfAsked(listener);
          });
    }
    return already;
  }

  private void watch(Input input, long rows) {
    if (rows % REPORT_ROWS == 0) {
      listener.rowsRead(input.name(), rows, input.shareRead());
    }
    StoppableWork.stopIfAsked(listener);
  }
}
