package org.clew.loader.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Hashes;

/**
 * The loads that are going on and those that were cut off: each has a file from its beginning to
 * its end, which one that is cut off leaves behind. A later load of the same files takes it away.
 */
public final class UnfinishedLoads {
  private static final String SUFFIX = ".json";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

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
  public record UnfinishedLoad(List<String> files, String since, boolean running) {}

  private record Mark(List<String> files, String since, long process, String processStart) {
    boolean isRunning() {
      return ProcessHandle.of(process).filter(it -> start(it).equals(processStart)).isPresent();
    }

    Mark without(List<String> done) {
      List<String> left = new ArrayList<>(files);
      left.removeAll(done);
      return new Mark(left, since, process, processStart);
    }
  }

  /** All of them, by the time at which they began. */
  public List<UnfinishedLoad> all() {
    return disk(
        () -> {
          List<UnfinishedLoad> all = new ArrayList<>();
          for (Path file : marks()) {
            Optional<Mark> mark = read(file);
            mark.ifPresent(
                it -> all.add(new UnfinishedLoad(it.files(), it.since(), it.isRunning())));
          }
          all.sort((a, b) -> a.since().compareTo(b.since()));
          return all;
        });
  }

  /** Loads files; a failure leaves the mark, unless it is one of usage, which loads nothing. */
  <T> T during(List<Path> arguments, Supplier<T> load) {
    List<String> files = arguments.stream().map(UnfinishedLoads::place).distinct().toList();
    Path own = folder.resolve(Hashes.shortHash(String.join("\n", files)) + SUFFIX);
    disk(() -> begin(own, files));
    try {
      T done = load.get();
      disk(() -> end(own, files));
      return done;
    } catch (ClewException e) {
      if (e.reason() == Reason.USAGE) {
        disk(() -> Files.deleteIfExists(own));
      }
      throw e;
    }
  }

  private Path begin(Path own, List<String> files) throws IOException {
    ProcessHandle process = ProcessHandle.current();
    String now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    Files.createDirectories(folder);
    return write(own, new Mark(files, now, process.pid(), start(process)));
  }

  private List<Path> end(Path own, List<String> done) throws IOException {
    Files.deleteIfExists(own);
    for (Path file : marks()) {
      Optional<Mark> mark = read(file).filter(it -> !it.isRunning());
      if (mark.isPresent()) {
        Mark left = mark.get().without(done);
        if (left.files().isEmpty()) {
          Files.deleteIfExists(file);
        } else if (!left.equals(mark.get())) {
          write(file, left);
        }
      }
    }
    return List.of();
  }

  private static Path write(Path file, Mark mark) throws IOException {
    DurableFiles.write(file, JSON.writeValueAsBytes(mark));
    return file;
  }

  private List<Path> marks() throws IOException {
    return DurableFiles.list(folder).stream()
        .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
        .toList();
  }

  /** Nothing where the load has ended meanwhile. */
  private static Optional<Mark> read(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.of(JSON.readValue(Files.readAllBytes(file), Mark.class))
        : Optional.empty();
  }

  private static String place(Path argument) {
    return argument.toString().equals(Input.STANDARD_INPUT)
        ? Input.STANDARD_INPUT
        : argument.toAbsolutePath().normalize().toString();
  }

  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
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
