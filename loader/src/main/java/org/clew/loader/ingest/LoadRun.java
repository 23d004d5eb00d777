package org.clew.loader.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.InputFiles.Chosen;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;

/**
 * Loads files into the observation log and the graph, one after another. Loading a file again
 * changes nothing; a load that was interrupted, at whatever point, is completed by running it
 * again. A file that cannot be read is reported and the others are loaded.
 */
public final class LoadRun {
  private final TargetGraph graph;
  private final DataFolder data;
  private final LoadListener listener;
  private final FileLoad fileLoad;

  /**
   * A run into a graph.
   *
   * @param data where the observation log is and rejects go
   */
  public LoadRun(GraphStore store, DataFolder data, LoadListener listener) {
    this(store, data, GraphWriter.of(store), listener);
  }

  LoadRun(GraphStore store, DataFolder data, GraphWriter writer, LoadListener listener) {
    this(new OpenGraph(store, writer, data.decisions()), data, listener);
  }

  LoadRun(TargetGraph graph, DataFolder data, LoadListener listener) {
    this.graph = graph;
    this.data = data;
    this.listener = listener;
    this.fileLoad = new FileLoad(graph, data, listener);
  }

  /**
   * Reads files and says what a load would do, without a graph.
   *
   * @param files files, folders and globs
   * @throws ClewException USAGE when a file is missing
   */
  public static List<FileReport> dryRun(List<Path> files, ReadOptions options) {
    Set<EntityId> known = new HashSet<>(options.knownSources());
    return each(
        files,
        options,
        file -> {
          List<RejectedRow> first = new ArrayList<>();
          IngestResult result =
              FileIngest.counted(
                  file,
                  options.withKnownSources(known),
                  reject -> {
                    if (first.size() < FileReport.FIRST_REJECTS_ALONE) {
                      first.add(reject);
                    }
                  });
          result.facts().sources().forEach(source -> known.add(source.id()));
          return FileReport.of(result, first, null, false);
        });
  }

  /** Whether only files are named and none has a known format, so that no graph is needed. */
  static boolean knowsNone(List<Path> files, ReadOptions options) {
    return files.stream().allMatch(file -> Files.isRegularFile(file) && isUnknown(file, options));
  }

  private static boolean isUnknown(Path file, ReadOptions options) {
    try (Input input = Input.open(file, options)) {
      FileIngest.reader(input, options);
      return false;
    } catch (UnknownFormatException e) {
      return true;
    } catch (ClewException e) {
      return false;
    }
  }

  /**
   * Loads files.
   *
   * @param files files, folders with all below them, and globs
   * @throws ClewException USAGE when a file is missing; then none was loaded; UNAVAILABLE when the
   *     listener asked to stop
   */
  public List<FileReport> load(List<Path> files, ReadOptions options) {
    return data.changing(() -> each(files, options, file -> load(file, options)));
  }

  /** Loads what was already opened, such as an upload without posts. */
  public FileReport load(Input input, ReadOptions options) {
    return data.changing(
        () -> fileLoad.load(input, options.withKnownSources(knownSources(options))));
  }

  private FileReport load(Path file, ReadOptions options) {
    StoppableWork.stopIfAsked(listener);
    listener.reading(file.toString());
    if (file.toString().equals(Input.STANDARD_INPUT)) {
      return loadStandardInput(options);
    }
    try (Input input = Input.open(file, options)) {
      return load(input, options);
    }
  }

  /** Standard input is copied first: its digest must be known before it is read. */
  private FileReport loadStandardInput(ReadOptions options) {
    Path copy = data.temporaryFile();
    try {
      try {
        StoppableWork.run(listener, () -> copyStandardInput(copy));
        try (Input input = Input.open("stdin", copy, options)) {
          return load(input, options);
        }
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new ClewException(Reason.UNAVAILABLE, "Standard input cannot be copied: " + e, e);
    }
  }

  private static long copyStandardInput(Path copy) throws IOException {
    try (OutputStream out = Files.newOutputStream(copy)) {
      return System.in.transferTo(out);
    }
  }

  private Set<EntityId> knownSources(ReadOptions options) {
    Set<EntityId> known = new HashSet<>(options.knownSources());
    known.addAll(graph.sources());
    return known;
  }

  private interface Work {
    FileReport on(Path file);
  }

  private static List<FileReport> each(List<Path> arguments, ReadOptions options, Work work) {
    List<Chosen> chosen = InputFiles.of(arguments);
    List<FileReport> reports = new ArrayList<>();
    List<Path> readable = new ArrayList<>();
    Set<Path> named = new HashSet<>();
    for (Chosen file : chosen) {
      if (file.isIgnored()) {
        reports.add(FileReport.notRead(file.path().toString(), "hidden: not read"));
      } else {
        readable.add(file.path());
      }
      if (file.named()) {
        named.add(file.path());
      }
    }
    Map<Path, Long> names =
        readable.stream().collect(Collectors.groupingBy(Path::getFileName, Collectors.counting()));
    for (Path file : FileIngest.sourcesFirst(readable, options)) {
      FileReport report = report(file, named.contains(file), () -> work.on(file));
      boolean alone = names.getOrDefault(file.getFileName(), 1L) == 1;
      reports.add(alone ? report : report.withFile(file.toString()));
    }
    return reports;
  }

  private static FileReport report(Path file, boolean named, Supplier<FileReport> work) {
    try {
      return work.get();
    } catch (UnknownFormatException e) {
      return named
          ? FileReport.failed(file.toString(), String.valueOf(e.getMessage()))
          : FileReport.notRead(file.toString(), "no known format: not read");
    } catch (ClewException e) {
      if (e.reason() != Reason.UNREADABLE) {
        throw e;
      }
      return FileReport.failed(file.toString(), String.valueOf(e.getMessage()));
    }
  }
}
