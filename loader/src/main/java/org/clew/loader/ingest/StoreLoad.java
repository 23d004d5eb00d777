package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.StoreSettings;
import org.clew.cypher.ingest.BulkImport;
import org.clew.loader.ingest.GatheringGraph.Limits;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * Loads files into a graph that is not open yet: what large files state goes into an embedded store
 * by Neo4j's importer where that is sooner, everything else as {@link LoadRun} does. The graph is
 * the same either way. A process that is killed leaves the store as it was, or with the loads in
 * it; running the load again completes it.
 */
public final class StoreLoad {
  /** Less than this is written sooner than an importer is started. */
  private static final long LARGE_BYTES = 16L << 20;

  /** Some 2 GB of them at most, where every link has all its evidence; less in a small heap. */
  private static final long MOST_FACTS = 4_000_000;

  /** What one of them takes at most by that reckoning. */
  private static final long FACT_BYTES = 512;

  /** What building a graph anew takes alone is as much as writing so many facts. */
  private static final long LEAST_BUILT_ANEW = 50_000;

  private static final int LONGEST_DETAIL = 500;

  private final StoreSettings settings;
  private final Supplier<GraphStore> opener;
  private final DataFolder data;
  private final LoadListener listener;
  private final long largeBytes;
  private final Limits limits;

  /**
   * Loading into the store of the settings.
   *
   * @param opener opens that store
   * @param data where the observation log is and rejects go
   */
  public StoreLoad(
      StoreSettings settings, Supplier<GraphStore> opener, DataFolder data, LoadListener listener) {
    this(settings, opener, data, listener, LARGE_BYTES, limits(Runtime.getRuntime()));
  }

  StoreLoad(
      StoreSettings settings,
      Supplier<GraphStore> opener,
      DataFolder data,
      LoadListener listener,
      long largeBytes,
      Limits limits) {
    this.settings = settings;
    this.opener = opener;
    this.data = data;
    this.listener = listener;
    this.largeBytes = largeBytes;
    this.limits = limits;
  }

  /**
   * Loads files.
   *
   * @param files files, folders with all below them, and globs
   * @throws ClewException USAGE when a file is missing; then none was loaded; UNAVAILABLE when the
   *     listener asked to stop
   */
  public List<FileReport> load(List<Path> files, ReadOptions options) {
    return data.changing(
        () -> data.unfinishedLoads().during(files, () -> loadUnlocked(files, options)));
  }

  private List<FileReport> loadUnlocked(List<Path> files, ReadOptions options) {
    if (LoadRun.knowsNone(files, options)) {
      return LoadRun.dryRun(files, options);
    }
    if (areLarge(files) && BulkImport.isOpenFor(settings)) {
      try (GatheringGraph graph =
          new GatheringGraph(settings, opener, listener, data.decisions(), limits)) {
        List<FileReport> reports = new LoadRun(graph, data, listener).load(files, options);
        graph.fill();
        graph.record(data.journal(), detail(files));
        return reports;
      }
    }
    try (GraphStore store = opener.get()) {
      List<FileReport> reports = new LoadRun(store, data, listener).load(files, options);
      data.journal().record(store, "load", detail(files));
      return reports;
    }
  }

  /** No more than half of the heap holds. */
  private static Limits limits(Runtime process) {
    return new Limits(Math.min(MOST_FACTS, process.maxMemory() / 2 / FACT_BYTES), LEAST_BUILT_ANEW);
  }

  /** The arguments, as far as a line of the journal should hold them. */
  private static String detail(List<Path> files) {
    String names = files.stream().map(Path::toString).collect(Collectors.joining(" "));
    return names.length() <= LONGEST_DETAIL ? names : names.substring(0, LONGEST_DETAIL) + "…";
  }

  /**
   * Reads files into the observation log and writes what they state as CSV that {@code neo4j-admin}
   * imports into an empty database elsewhere, with {@code import.args}, which names the files. A
   * later load of the same files into that database completes it.
   *
   * @param folder made when missing
   * @throws ClewException USAGE when the folder is not empty
   */
  public static List<FileReport> bulkCsv(
      Path folder, List<Path> files, ReadOptions options, DataFolder data, LoadListener listener) {
    requireEmpty(folder);
    GatheredLoads gathered = new GatheredLoads();
    List<FileReport> reports = new LoadRun(gathered, data, listener).load(files, options);
    gathered.writeCsv(folder);
    return reports;
  }

  private boolean areLarge(List<Path> arguments) {
    return InputFiles.of(arguments).stream()
            .filter(file -> Files.isRegularFile(file.path()))
            .mapToLong(file -> size(file.path()))
            .sum()
        >= largeBytes;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new ClewException(Reason.USAGE, "'" + file + "' may not be read.", e);
    }
  }

  private static void requireEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isEmpty()) {
        return;
      }
    } catch (IOException e) {
      throw new ClewException(Reason.USAGE, "'" + folder + "' is not a folder to write to.", e);
    }
    throw new ClewException(Reason.USAGE, "The folder '" + folder + "' is not empty.");
  }
}
