package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.cypher.source.Sources;
import org.clew.loader.claim.ClaimFinder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * Loads files into a graph, one after another. Loading a file again changes nothing; a load that
 * was interrupted is completed by running it again. A file that cannot be read is reported and the
 * others are loaded.
 */
public final class LoadRun {
  private static final int KNOWN_SOURCES_PAGE = 1_000;

  private final GraphStore store;
  private final Path rejectsFolder;
  private final LoadListener listener;

  /**
   * A run into a graph.
   *
   * @param rejectsFolder where the files of rejected rows go; made when needed
   */
  public LoadRun(GraphStore store, Path rejectsFolder, LoadListener listener) {
    this.store = store;
    this.rejectsFolder = rejectsFolder;
    this.listener = listener;
  }

  /**
   * Reads files and says what a load would do, without a graph.
   *
   * @throws ClewException USAGE when a file is missing
   */
  public static List<FileReport> dryRun(List<Path> files, ReadOptions options) {
    requireReadable(files);
    Set<EntityId> known = new HashSet<>(options.knownSources());
    List<FileReport> reports = new ArrayList<>();
    for (Path file : FileIngest.sourcesFirst(files, options)) {
      reports.add(
          report(
              file,
              () -> {
                IngestResult result = FileIngest.read(file, options.withKnownSources(known));
                result.facts().sources().forEach(source -> known.add(source.id()));
                return FileReport.of(result, null, false);
              }));
    }
    return reports;
  }

  /**
   * Loads files.
   *
   * @throws ClewException USAGE when a file is missing; then none was loaded
   */
  public List<FileReport> load(List<Path> files, ReadOptions options) {
    requireReadable(files);
    List<FileReport> reports = new ArrayList<>();
    for (Path file : FileIngest.sourcesFirst(files, options)) {
      reports.add(report(file, () -> load(file, options)));
    }
    return reports;
  }

  /** Loads what was already opened, such as an upload. */
  public FileReport load(Input input, ReadOptions options) {
    return write(FileIngest.read(input, options.withKnownSources(knownSources(options))));
  }

  private FileReport load(Path file, ReadOptions options) {
    listener.reading(file.toString());
    try (Input input = Input.open(file, options.limits())) {
      return load(input, options);
    }
  }

  private FileReport write(IngestResult result) {
    GraphWriter writer = GraphWriter.of(store);
    String key = LoadKey.of(result);
    boolean already = writer.isComplete(key);
    if (!already) {
      writer.write(
          result.facts(),
          key,
          (written, total) -> listener.writing(result.file(), written, total),
          () -> proposeClaims(result));
    }
    return FileReport.of(result, writeRejects(result), already);
  }

  private @Nullable Path writeRejects(IngestResult result) {
    if (result.rejects().isEmpty()) {
      return null;
    }
    String sha256 = String.valueOf(result.source().sha256());
    String name =
        result.file().replaceAll("[^\\w.-]+", "_") + "-" + sha256.substring(0, 8) + ".rejects.csv";
    try {
      Files.createDirectories(rejectsFolder);
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The folder '" + rejectsFolder + "' cannot be made.", e);
    }
    Path file = rejectsFolder.resolve(name);
    RejectsFile.write(file, result.rejects());
    return file;
  }

  /** What the load together with what was there before gives occasion to propose. */
  private void proposeClaims(IngestResult result) {
    Claims claims = new Claims(store);
    claims.propose(result.claims());
    Facts facts = result.facts();
    List<Link> sites = new ArrayList<>(claims.outletSites());
    List<Entity> entities = new ArrayList<>(claims.namedEntities());
    boolean newSites = facts.links().stream().anyMatch(l -> l.type() == LinkType.PUBLISHES_ON);
    if (newSites) {
      entities.addAll(claims.domains());
    } else {
      facts.entities().stream()
          .map(StatedEntity::entity)
          .filter(entity -> entity.kind() == EntityKind.DOMAIN)
          .forEach(entities::add);
    }
    claims.propose(ClaimFinder.find(entities, sites, Claims.PROPOSALS));
  }

  private Set<EntityId> knownSources(ReadOptions options) {
    Set<EntityId> known = new HashSet<>(options.knownSources());
    String after = "";
    while (true) {
      var page = new Sources(store).list(after, KNOWN_SOURCES_PAGE);
      page.forEach(source -> known.add(source.id()));
      if (page.size() < KNOWN_SOURCES_PAGE) {
        return known;
      }
      after = page.get(page.size() - 1).id().value();
    }
  }

  private static void requireReadable(List<Path> files) {
    for (Path file : files) {
      if (!file.toString().equals(Input.STANDARD_INPUT) && !Files.isRegularFile(file)) {
        Input.open(file, InputLimits.DEFAULTS).close();
      }
    }
  }

  private static FileReport report(Path file, Supplier<FileReport> work) {
    try {
      return work.get();
    } catch (ClewException e) {
      if (e.reason() != Reason.UNREADABLE) {
        throw e;
      }
      return FileReport.failed(file.toString(), String.valueOf(e.getMessage()));
    }
  }
}
