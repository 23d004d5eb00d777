package org.clew.loader.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.clew.loader.observation.Damage;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.claim.Claim;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * What each load stated in the graph: one compressed file of JSON lines a load, whose name holds
 * its place in the order of the loads, the key of the load and the digest of the file.
 */
public final class StatementArchive {
  private static final String SUFFIX = ".json.zst";

  /** A flush after each line would end a zstd block, at a cost in time and in size. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  private final Path folder;

  StatementArchive(Path folder) {
    this.folder = folder;
  }

  /**
   * A load as it was archived.
   *
   * @param key its key
   * @param file the file's name
   * @param format the format it was read with
   * @param source the source the file stands for
   * @param counts what became of its rows
   * @param verbatim whether it was the export of a graph
   */
  public record Header(
      String key,
      String file,
      String format,
      EntityId source,
      RowCounts counts,
      boolean verbatim) {}

  /**
   * What a load stated.
   *
   * @param header which load
   * @param facts its facts
   * @param claims its claims
   */
  public record Statements(Header header, Facts facts, List<Claim> claims) {}

  private record Line(
      @Nullable Header header,
      @Nullable Source source,
      @Nullable StatedEntity entity,
      @Nullable Link link,
      @Nullable Claim claim,
      @Nullable Measured measured) {}

  private record Measured(String id, SortedMap<String, Object> values) {}

  /** Brings what a load states to the disk, in place of an earlier archive of the same load. */
  void save(Statements statements) {
    disk(
        () -> {
          Files.createDirectories(folder);
          List<Path> earlier = files(statements.header().key());
          String place = earlier.isEmpty() ? nextPlace() : place(earlier.get(0));
          replace(earlier, place, statements);
          return place;
        });
  }

  /** The header of the load with that key; nothing where its file is damaged. */
  Optional<Header> find(String key) {
    return disk(
        () -> {
          List<Path> files = files(key);
          return files.isEmpty() || isDamaged(files.get(0))
              ? Optional.<Header>empty()
              : Optional.of(header(files.get(0)));
        });
  }

  /** The header of the load with that name; nothing where it cannot be read. */
  Optional<Header> header(String name) {
    try {
      return Optional.of(header(folder.resolve(name)));
    } catch (IOException | ClewException damaged) {
      return Optional.empty();
    }
  }

  /** Forgets the load with that key. */
  void forget(String key) {
    disk(
        () -> {
          for (Path file : files(key)) {
            DurableFiles.delete(file);
          }
          return key;
        });
  }

  /** The names of all archived loads, in the order in which they were loaded. */
  public List<String> names() {
    return disk(() -> files("").stream().map(file -> file.getFileName().toString()).toList());
  }

  /**
   * What the load with that name stated.
   *
   * @throws ClewException UNREADABLE when the file is damaged
   */
  public Statements read(String name) {
    return disk(() -> readFile(folder.resolve(name)));
  }

  /** What is wrong with the files, by reading every byte. */
  public List<Damage> verify() {
    return disk(
        () -> {
          List<Damage> damage = new ArrayList<>();
          for (Path file : files("")) {
            if (isDamaged(file)) {
              damage.add(damage(file));
            }
          }
          return damage;
        });
  }

  /**
   * Takes out what one source said; a load of nothing else goes.
   *
   * @return the damaged files, which stay as they are
   */
  List<Damage> remove(EntityId source) {
    return edit(
        entity -> !entity.source().equals(source),
        link -> !link.source().equals(source),
        claim -> !claim.source().equals(source),
        other -> !other.id().equals(source));
  }

  /**
   * Takes out what is said of entities, and the links and claims at whose end they stand.
   *
   * @return the damaged files, which stay as they are
   */
  List<Damage> erase(Predicate<EntityId> erased) {
    return edit(
        entity -> !erased.test(entity.entity().id()),
        link -> !erased.test(link.from()) && !erased.test(link.to()),
        claim -> !erased.test(claim.from()) && !erased.test(claim.to()),
        source -> true);
  }

  private List<Damage> edit(
      Predicate<StatedEntity> entities,
      Predicate<Link> links,
      Predicate<Claim> claims,
      Predicate<Source> sources) {
    return disk(
        () -> {
          List<Damage> damaged = new ArrayList<>();
          for (Path file : files("")) {
            if (isDamaged(file)) {
              damaged.add(damage(file));
            } else {
              edit(file, entities, links, claims, sources);
            }
          }
          return damaged;
        });
  }

  private void edit(
      Path file,
      Predicate<StatedEntity> entities,
      Predicate<Link> links,
      Predicate<Claim> claims,
      Predicate<Source> sources)
      throws IOException {
    Statements before = readFile(file);
    List<Source> keptSources = before.facts().sources().stream().filter(sources).toList();
    List<Link> keptLinks = before.facts().links().stream().filter(links).toList();
    Facts facts =
        new Facts(
            keptSources,
            before.facts().entities().stream().filter(entities).toList(),
            keptLinks,
            measuresOf(before.facts(), keptSources, keptLinks));
    List<Claim> kept = before.claims().stream().filter(claims).toList();
    if (facts.equals(before.facts()) && kept.equals(before.claims())) {
      return;
    }
    if (facts.sources().isEmpty() && facts.entities().isEmpty() && facts.links().isEmpty()) {
      DurableFiles.delete(file);
    } else {
      replace(List.of(file), place(file), new Statements(before.header(), facts, kept));
    }
  }

  private static SortedMap<String, SortedMap<String, Object>> measuresOf(
      Facts facts, List<Source> sources, List<Link> links) {
    SortedMap<String, SortedMap<String, Object>> measures = new TreeMap<>(facts.measures());
    if (!measures.isEmpty()) {
      Set<String> kept = new HashSet<>();
      sources.forEach(source -> kept.add(source.id().value()));
      links.forEach(link -> kept.add(link.id()));
      measures.keySet().retainAll(kept);
    }
    return measures;
  }

  private void replace(List<Path> earlier, String place, Statements statements) throws IOException {
    Path temporary = DurableFiles.temporary(folder.resolve(statements.header().key()));
    write(temporary, statements);
    String digest = DurableFiles.sha256(temporary);
    Path file = folder.resolve(place + "-" + statements.header().key() + "-" + digest + SUFFIX);
    DurableFiles.moveIntoPlace(temporary, file);
    for (Path old : earlier) {
      if (!old.equals(file)) {
        DurableFiles.delete(old);
      }
    }
  }

  private static void write(Path file, Statements statements) throws IOException {
    try (OutputStream out =
            new ZstdOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        SequenceWriter lines =
            JSON.writer().withRootValueSeparator("\n").forType(Line.class).writeValues(out)) {
      lines.write(new Line(statements.header(), null, null, null, null, null));
      for (Source source : statements.facts().sources()) {
        lines.write(new Line(null, source, null, null, null, null));
      }
      for (StatedEntity entity : statements.facts().entities()) {
        lines.write(new Line(null, null, entity, null, null, null));
      }
      for (Link link : statements.facts().links()) {
        lines.write(new Line(null, null, null, link, null, null));
      }
      for (Claim claim : statements.claims()) {
        lines.write(new Line(null, null, null, null, claim, null));
      }
      for (Map.Entry<String, SortedMap<String, Object>> entry :
          statements.facts().measures().entrySet()) {
        Measured measured = new Measured(entry.getKey(), entry.getValue());
        lines.write(new Line(null, null, null, null, null, measured));
      }
    }
  }

  private static Header header(Path file) throws IOException {
    try (MappingIterator<Line> lines = lines(file)) {
      Header header = lines.hasNext() ? lines.next().header() : null;
      return checked(header, file);
    }
  }

  private static Statements readFile(Path file) throws IOException {
    if (isDamaged(file)) {
      return checked(null, file);
    }
    List<Source> sources = new ArrayList<>();
    List<StatedEntity> entities = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    SortedMap<String, SortedMap<String, Object>> measures = new TreeMap<>();
    Header header = null;
    try (MappingIterator<Line> lines = lines(file)) {
      while (lines.hasNext()) {
        Line line = lines.next();
        header = header == null ? line.header() : header;
        addTo(sources, line.source());
        addTo(entities, line.entity());
        addTo(links, line.link());
        addTo(claims, line.claim());
        Measured measured = line.measured();
        if (measured != null) {
          measures.put(measured.id(), measured.values());
        }
      }
    }
    return new Statements(
        checked(header, file), new Facts(sources, entities, links, measures), claims);
  }

  private static <T> void addTo(List<T> list, @Nullable T value) {
    if (value != null) {
      list.add(value);
    }
  }

  private static <T> T checked(@Nullable T value, Path file) {
    if (value == null) {
      throw new ClewException(
          Reason.UNREADABLE, "The archived load " + file.getFileName() + " is damaged.");
    }
    return value;
  }

  private static MappingIterator<Line> lines(Path file) throws IOException {
    InputStream in = new ZstdInputStream(new BufferedInputStream(Files.newInputStream(file)));
    return JSON.readerFor(Line.class).readValues(in);
  }

  private static boolean isDamaged(Path file) throws IOException {
    String name = file.getFileName().toString();
    return !name.endsWith("-" + DurableFiles.sha256(file) + SUFFIX);
  }

  private static Damage damage(Path file) {
    return new Damage("statements/" + file.getFileName(), "The content does not fit its hash.");
  }

  private List<Path> files(String key) throws IOException {
    return DurableFiles.list(folder).stream()
        .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
        .filter(file -> key.isEmpty() || file.getFileName().toString().contains("-" + key + "-"))
        .toList();
  }

  private String nextPlace() throws IOException {
    List<Path> files = files("");
    long last = files.isEmpty() ? 0 : Long.parseLong(place(files.get(files.size() - 1)));
    return String.format(Locale.ROOT, "%08d", last + 1);
  }

  private static String place(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.indexOf('-'));
  }

  @FunctionalInterface
  private interface DiskWork<T> {
    T run() throws IOException;
  }

  private static <T> T disk(DiskWork<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The archive of loads cannot be read or written: " + e, e);
    }
  }
}
