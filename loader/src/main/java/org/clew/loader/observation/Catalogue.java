package org.clew.loader.observation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/** One JSON file a load, each written in one step. A load exists when its entry does. */
final class Catalogue {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String SUFFIX = ".json";

  private final Path folder;

  Catalogue(Path folder) {
    this.folder = folder;
  }

  /** All entries, by load id. */
  List<Load> loads() throws IOException {
    List<Load> loads = new ArrayList<>();
    for (Path file : files()) {
      loads.add(read(file));
    }
    return loads;
  }

  /** The entry of that id; the others are not read. */
  Optional<Load> find(String id) throws IOException {
    Path file = folder.resolve(id + SUFFIX);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** The entries of loads of several files. */
  List<Load> ofSeveralFiles() throws IOException {
    List<Load> loads = new ArrayList<>();
    for (Path file : files()) {
      if (file.getFileName().toString().contains(LoadRequest.SEVERAL)) {
        loads.add(read(file));
      }
    }
    return loads;
  }

  /** The files of all entries, by load id. */
  List<Path> files() throws IOException {
    return DurableFiles.list(folder).stream()
        .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
        .toList();
  }

  Load read(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    try {
      return JSON.readValue(content, Entry.class).toLoad();
    } catch (IOException | RuntimeException e) {
      throw new ClewException(
          Reason.UNREADABLE, "The log's entry " + file.getFileName() + " is damaged.", e);
    }
  }

  void put(Load load) throws IOException {
    Files.createDirectories(folder);
    DurableFiles.write(file(load), JSON.writeValueAsBytes(Entry.of(load)));
  }

  void remove(Load load) throws IOException {
    DurableFiles.delete(file(load));
  }

  private Path file(Load load) {
    return folder.resolve(load.id() + SUFFIX);
  }

  /** The entry as JSON has it. */
  private record Entry(
      String id,
      String format,
      String options,
      List<FileEntry> files,
      String segment,
      Map<String, Long> rows,
      long withheld,
      @Nullable String earliest,
      @Nullable String latest) {

    static Entry of(Load load) {
      Map<String, Long> rows = new LinkedHashMap<>();
      load.rows().forEach((kind, count) -> rows.put(kind.id(), count));
      return new Entry(
          load.id(),
          load.format(),
          load.options(),
          load.files().stream().map(FileEntry::of).toList(),
          load.segment(),
          rows,
          load.withheld(),
          load.earliest() == null ? null : load.earliest().toString(),
          load.latest() == null ? null : load.latest().toString());
    }

    Load toLoad() {
      Map<ObservationKind, Long> counts = new LinkedHashMap<>();
      rows.forEach((kind, count) -> counts.put(ObservationKind.ofId(kind).orElseThrow(), count));
      return new Load(
          id,
          format,
          options,
          files.stream().map(FileEntry::toFile).toList(),
          segment,
          counts,
          withheld,
          earliest == null ? null : Instant.parse(earliest),
          latest == null ? null : Instant.parse(latest));
    }
  }

  private record FileEntry(String name, String sha256, String source) {
    static FileEntry of(LoadedFile file) {
      return new FileEntry(file.name(), file.sha256(), file.source().value());
    }

    LoadedFile toFile() {
      return new LoadedFile(name, sha256, new EntityId(source));
    }
  }
}
