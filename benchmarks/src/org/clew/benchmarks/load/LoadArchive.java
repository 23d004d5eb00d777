package org.clew.benchmarks.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * {@code LoadArchive prepare|bulk|incremental|floor POSTS}: makes an archive in the temporary folder
 * unless it is there; loads it as {@code clew load} does; or reads and splits it and no more.
 */
public final class LoadArchive {
  private LoadArchive() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    long posts = Long.parseLong(arguments[1]);
    Path archive = Path.of(System.getProperty("java.io.tmpdir"), "clew-campaign-" + posts);
    switch (arguments[0]) {
      case "prepare" -> prepare(posts, archive);
      case "bulk" -> load(archive, true);
      case "incremental" -> load(archive, false);
      case "floor" -> Measured.printWithStart(() -> split(posts(archive)));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void prepare(long posts, Path archive) throws IOException {
    if (!Files.exists(archive.resolve("truth.json"))) {
      Generate.generate(new CampaignPlan(1, posts, 1), archive);
    }
  }

  private static void load(Path archive, boolean bulk) throws Exception {
    Path data = Files.createTempDirectory("clew-load");
    try {
      Measured.printWithStart(() -> require(bulk ? bulk(archive, data) : incremental(archive, data)));
      report(data);
    } finally {
      delete(data);
    }
  }

  private static List<FileReport> bulk(Path archive, Path data) {
    StoreSettings settings = StoreSettings.embedded(data);
    return new StoreLoad(
            settings, () -> GraphStores.open(settings), new DataFolder(data), LoadListener.NONE)
        .load(List.of(posts(archive)), ReadOptions.DEFAULTS);
  }

  private static List<FileReport> incremental(Path archive, Path data) {
    try (GraphStore store = GraphStores.open(StoreSettings.embedded(data))) {
      return new LoadRun(store, new DataFolder(data), LoadListener.NONE)
          .load(List.of(posts(archive)), ReadOptions.DEFAULTS);
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

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
