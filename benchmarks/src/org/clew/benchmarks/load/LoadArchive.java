package org.clew.benchmarks.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clew.benchmarks.Measured;
import org.clew.benchmarks.campaign.CampaignPlan;
import org.clew.benchmarks.campaign.Generate;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.cypher.source.GraphStatus;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.FileReport;
import org.clew.loader.ingest.LoadListener;
import org.clew.loader.ingest.LoadRun;
import org.clew.loader.ingest.ReadOptions;
import org.clew.loader.ingest.StoreLoad;
import org.jspecify.annotations.Nullable;

/**
 * {@code LoadArchive prepare|bulk|merged|incremental|floor POSTS}: makes an archive in the temporary
 * folder unless it is there; loads it as {@code clew load} does, into an empty store or into one
 * with another campaign; writes it into a store that is open; or reads and splits it and no more.
 * {@code grown} and {@code young} write the last tenth of it into an open store that holds the rest,
 * or another campaign.
 */
public final class LoadArchive {
  private static final long OTHER_POSTS = 100_000;
  private static final int PARTS = 10;

  private LoadArchive() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    long posts = Long.parseLong(arguments[1]);
    Path archive = Path.of(System.getProperty("java.io.tmpdir"), "clew-campaign-" + posts);
    switch (arguments[0]) {
      case "prepare" -> prepare(1, posts, archive);
      case "prepare-merged" -> prepareOther(posts, archive);
      case "prepare-grown" -> prepareGrown(posts, archive);
      case "bulk" -> load(null, data -> bulk(data, posts(archive)));
      case "merged" -> load(other(archive), data -> bulk(data, posts(archive)));
      case "incremental" -> load(null, data -> incremental(data, posts(archive)));
      case "grown" -> load(parts(archive), data -> incremental(data, part(archive, PARTS - 1)));
      case "young" -> load(other(archive), data -> incremental(data, part(archive, PARTS - 1)));
      case "floor" -> Measured.printWithStart(() -> split(posts(archive)));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void prepare(long seed, long posts, Path archive) throws IOException {
    if (!Files.exists(archive.resolve("truth.json"))) {
      Generate.generate(new CampaignPlan(seed, posts, 1), archive);
    }
  }

  private static void prepareOther(long posts, Path archive) throws IOException {
    prepare(1, posts, archive);
    prepareOther(archive);
  }

  private static void prepareOther(Path archive) throws IOException {
    prepare(2, OTHER_POSTS, other(archive));
    Path data = other(archive).resolve("data");
    if (!Files.exists(data)) {
      require(bulk(data, posts(other(archive))));
    }
  }

  private static void prepareGrown(long posts, Path archive) throws IOException {
    prepareOther(archive);
    Path parts = parts(archive);
    if (!Files.exists(parts.resolve("truth.json"))) {
      Generate.generate(new CampaignPlan(1, posts, PARTS), parts);
    }
    Path data = parts.resolve("data");
    if (!Files.exists(data)) {
      Path[] stored = new Path[PARTS - 1];
      Arrays.setAll(stored, part -> part(archive, part));
      require(bulk(data, stored));
    }
  }

  private static Path parts(Path archive) {
    return archive.resolveSibling(archive.getFileName() + "-parts");
  }

  private static Path part(Path archive, int number) {
    return parts(archive).resolve("posts-" + number + ".csv");
  }

  private static Path other(Path archive) {
    return archive.resolveSibling("clew-campaign-other");
  }

  private interface Loading {
    List<FileReport> into(Path data) throws IOException;
  }

  /**
   * Loads into a copy of what was made ready.
   *
   * @param stored the archive whose data it is; null for none
   */
  private static void load(@Nullable Path stored, Loading loading) throws Exception {
    Path data = Files.createTempDirectory("clew-load");
    try {
      Measured.printWithStart(
          () -> {
            if (stored != null) {
              copy(stored.resolve("data"), data);
            }
          },
          () -> require(loading.into(data)));
      report(data);
    } finally {
      delete(data);
    }
  }

  private static List<FileReport> bulk(Path data, Path... files) {
    StoreSettings settings = StoreSettings.embedded(data);
    return new StoreLoad(
            settings, () -> GraphStores.open(settings), new DataFolder(data), LoadListener.NONE)
        .load(List.of(files), ReadOptions.DEFAULTS);
  }

  private static List<FileReport> incremental(Path data, Path file) {
    try (GraphStore store = GraphStores.open(StoreSettings.embedded(data))) {
      return new LoadRun(store, new DataFolder(data), LoadListener.NONE)
          .load(List.of(file), ReadOptions.DEFAULTS);
    }
  }

  private static void require(List<FileReport> reports) {
    FileReport report = reports.get(0);
    if (report.rows() == 0 || report.rejected() > 0) {
      throw new IllegalStateException("The archive was not loaded: " + report);
    }
  }

  private static void report(Path data) throws IOException {
    try (GraphStore store = GraphStores.open(StoreSettings.embedded(data));
        Stream<Path> log = Files.walk(data.resolve("log"))) {
      System.err.println(
          GraphStatus.of(store).links()
              + ", log "
              + log.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
              + " bytes");
    }
  }

  private static void split(Path file) throws IOException {
    long fields = 0;
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord row : rows) {
        fields += row.getFieldCount();
      }
    }
    System.err.println(fields + " fields");
  }

  private static Path posts(Path archive) {
    return archive.resolve("posts-0.csv");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
