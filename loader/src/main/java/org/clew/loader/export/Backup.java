package org.clew.loader.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.GraphCopy;
import org.clew.cypher.schema.SchemaMigrations;
import org.clew.cypher.source.GraphVersion;
import org.clew.loader.export.BackupManifest.Part;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.observation.Damage;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * Writes one file with all that stands up the same graph again: the graph word for word, so that
 * what detection found is in it too, and the files beside it, so that it can be rebuilt, checked
 * and loaded into as before. Loads and other changes wait meanwhile, and it waits for those that
 * run.
 */
public final class Backup {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Files that carry the digest of their content in their name. */
  private static final Pattern NAMED_BY_DIGEST =
      Pattern.compile(".*\\b([0-9a-f]{64})\\.(?:parquet|json\\.zst)");

  private final DataFolder data;
  private final BackupOptions options;

  /** Backups of a data folder. */
  public Backup(DataFolder data, BackupOptions options) {
    this.data = data;
    this.options = options;
  }

  /**
   * Writes the file beside its place and moves it there when it is whole and on the disk.
   *
   * @param graph opens the graph of the folder, once nothing changes it any more
   * @param waiting told when a change has to be waited for
   * @throws ClewException USAGE when the file is there already and may not be replaced
   */
  public BackupReport write(Supplier<GraphStore> graph, Path file, Runnable waiting) {
    requirePlace(file);
    return data.whileUnchanged(
        waiting,
        () -> {
          try (GraphStore store = graph.get()) {
            return write(store, file);
          }
        });
  }

  private BackupReport write(GraphStore store, Path file) {
    try {
      Path temporary = Files.createTempFile(folder(file), ".clew-backup", ".tmp");
      try {
        BackupReport report;
        try (OutputStream out = Files.newOutputStream(temporary)) {
          report = write(store, file, new PartWriter(out));
        }
        requirePlace(file);
        DurableFiles.moveIntoPlace(temporary, file);
        return new BackupReport(
            report.file(), Files.size(file), report.manifest(), report.damaged());
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The backup '" + file + "' cannot be written: " + e + ".", e);
    }
  }

  private BackupReport write(GraphStore store, Path file, PartWriter parts) throws IOException {
    long version = GraphVersion.of(store);
    List<Damage> damaged = new ArrayList<>();
    SortedMap<String, Long> counts =
        parts.write(BackupManifest.GRAPH, out -> GraphLines.write(new GraphCopy(store), out));
    for (String path : KeptFiles.in(data.root(), options.withKeys())) {
      parts.write(BackupManifest.DATA + path, out -> Files.copy(data.root().resolve(path), out));
      addDamage(parts.last(), path, damaged);
    }
    requireUnchanged(version, GraphVersion.of(store));
    BackupManifest manifest =
        new BackupManifest(
            BackupManifest.FORMAT,
            options.clewVersion(),
            options.now().toString(),
            SchemaMigrations.CURRENT,
            version,
            options.withKeys(),
            counts,
            parts.written());
    parts.end(JSON.writeValueAsBytes(manifest));
    return new BackupReport(file.toString(), 0, manifest, damaged);
  }

  private static void addDamage(Part part, String path, List<Damage> damaged) {
    Matcher name = NAMED_BY_DIGEST.matcher(path);
    if (name.matches() && !name.group(1).equals(part.sha256())) {
      damaged.add(new Damage(path, "The content does not fit its hash."));
    }
  }

  /** Tools that do not know Clew's lock may write to a remote database. */
  private static void requireUnchanged(long before, long after) {
    if (before != after) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "The graph was changed from elsewhere while it was copied; nothing was written, try"
              + " again.");
    }
  }

  private void requirePlace(Path file) {
    if (Files.isDirectory(file) || !Files.isDirectory(folder(file))) {
      throw new ClewException(Reason.USAGE, "'" + file + "' is no place for a file.");
    }
    if (Files.exists(file) && !options.force()) {
      throw new ClewException(
          Reason.USAGE, "'" + file + "' is there already; --force replaces it.");
    }
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /** The time of all entries, so that the bytes tell of nothing but the content. */
  static FileTime entryTime() {
    return FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));
  }
}
