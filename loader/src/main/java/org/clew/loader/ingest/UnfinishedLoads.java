package org.clew.loader.ingest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The loads that are going on and those that were cut off: each has a file from its beginning to
 * its end, which one that is cut off leaves behind. A later load of the same files takes it away.
 */
public final class UnfinishedLoads {
  private static final String SUFFIX = ".json";
  private static final String SEPARATOR = FileSystems.getDefault().getSeparator();
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path folder;
  private final Clock clock;

  UnfinishedLoads(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * A load that did not come to its end.
   *
   * @param files the arguments it was given
   * @param since when it began, as in 2026-08-21T10:15:30Z
   * @param running whether it is going on
   */
  public record UnfinishedLoad(List<String> files, String since, boolean running) {
    /** The same with the names of the files alone. */
    public UnfinishedLoad withoutFolders() {
      return new UnfinishedLoad(
          files.stream().map(file -> file.substring(file.lastIndexOf(SEPARATOR) + 1)).toList(),
          since,
          running);
    }
  }

  private record Mark(List<String> files, String since) {
    Mark {
      files = List.copyOf(files);
      Objects.requireNonNull(since);
    }

    Mark without(List<String> done) {
      List<String> left = new ArrayList<>(files);
      left.removeAll(done);
      return new Mark(left, since);
    }
  }

  private record Found(Path file, Mark mark, boolean running) {}

  /**
   * All of them, by the time at which they began; of several that were cut off with the same files
   * the first.
   */
  public List<UnfinishedLoad> all() {
    List<Found> found = disk(this::found);
    Set<List<String>> interrupted = new HashSet<>();
    return found.stream()
        .sorted(Comparator.comparing(each -> each.mark().since()))
        .filter(each -> each.running() || interrupted.add(each.mark().files()))
        .map(each -> new UnfinishedLoad(each.mark().files(), each.mark().since(), each.running()))
        .toList();
  }

  /** Loads files; a failure leaves the mark, unless it is one of usage, which loads nothing. */
  <T> T during(List<Path> arguments, Supplier<T> load) {
    List<String> files = arguments.stream().map(UnfinishedLoads::place).distinct().toList();
    Path own = folder.resolve(UUID.randomUUID() + SUFFIX);
    LoadLock lock = disk(() -> begin(own, files));
    try {
      T done = load.get();
      leftBehind(() -> end(own, files));
      return done;
    } catch (ClewException e) {
      if (e.reason() == Reason.USAGE) {
        leftBehind(() -> delete(own));
      }
      throw e;
    } finally {
      leftBehind(() -> letGo(lock));
    }
  }

  private LoadLock begin(Path own, List<String> files) throws IOException {
    String now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    Files.createDirectories(folder);
    LoadLock lock = LoadLock.of(own);
    try {
      write(own, new Mark(files, now));
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** One after another, lest one writes again what another takes away. */
  private Path end(Path own, List<String> done) throws IOException {
    DurableFiles.delete(own);
    return DurableFiles.exclusively(folder.resolve("ends.lock"), () -> forget(done));
  }

  private Path forget(List<String> done) throws IOException {
    for (Found each : found()) {
      Mark left = each.mark().without(done);
      if (each.running() || left.equals(each.mark())) {
        continue;
      }
      if (left.files().isEmpty()) {
        DurableFiles.delete(each.file());
        LoadLock.forget(each.file());
      } else {
        write(each.file(), left);
      }
    }
    return folder;
  }

  private static Path delete(Path file) throws IOException {
    DurableFiles.delete(file);
    return file;
  }

  private static LoadLock letGo(LoadLock lock) throws IOException {
    lock.close();
    return lock;
  }

  /** What is done has been done: a mark that cannot be taken away is one too many and no more. */
  private static <T> void leftBehind(DurableFiles.Work<T> work) {
    try {
      work.run();
    } catch (IOException e) {
      return;
    }
  }

  private static void write(Path file, Mark mark) throws IOException {
    DurableFiles.write(file, JSON.writeValueAsBytes(mark));
  }

  private List<Found> found() throws IOException {
    return DurableFiles.list(folder).stream()
        .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
        .flatMap(file -> find(file).stream())
        .toList();
  }

  /** Nothing for one that ended meanwhile, and for one that cannot be read and so says nothing. */
  private static Optional<Found> find(Path file) {
    try {
      boolean running = LoadLock.isHeld(file);
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), Mark.class))
          .map(mark -> new Found(file, mark, running));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String place(Path argument) {
    return argument.toString().equals(Input.STANDARD_INPUT)
        ? Input.STANDARD_INPUT
        : argument.toAbsolutePath().normalize().toString();
  }

  private static <T> T disk(DurableFiles.Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The marks of unfinished loads cannot be read or written: " + e, e);
    }
  }
}
