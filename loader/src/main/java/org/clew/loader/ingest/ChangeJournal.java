package org.clew.loader.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphVersion;
import org.clew.cypher.source.Sources;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;

/**
 * Which change brought the graph to which version, and which sources came and went with it: one
 * line a change, only ever added to. An entry tells what differs from the entry before, so that
 * what a stopped process did stands with the change that was recorded next.
 */
public final class ChangeJournal {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Object WRITER = new Object();

  private final Path file;

  ChangeJournal(Path file) {
    this.file = file;
  }

  /**
   * A change.
   *
   * @param version of the graph after it
   * @param at when it was recorded, as in 2026-08-21T10:15:30Z
   * @param command what made it, such as load
   * @param detail what it was about, such as a file; may be empty
   * @param added sources that were not there at the entry before
   * @param removed sources that are not there any more
   */
  public record Entry(
      long version,
      String at,
      String command,
      String detail,
      List<EntityId> added,
      List<EntityId> removed) {
    public Entry {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  private record Line(
      long version,
      String at,
      String command,
      String detail,
      List<String> added,
      List<String> removed) {
    static Line of(Entry entry) {
      return new Line(
          entry.version(),
          entry.at(),
          entry.command(),
          entry.detail(),
          entry.added().stream().map(EntityId::value).toList(),
          entry.removed().stream().map(EntityId::value).toList());
    }

    Entry entry() {
      return new Entry(
          version,
          at,
          command,
          detail,
          added.stream().map(EntityId::new).toList(),
          removed.stream().map(EntityId::new).toList());
    }
  }

  /** Records what a change did; nothing where the graph is as it was. */
  public void record(GraphStore store, String command, String detail) {
    record(store, command, detail, Clock.systemUTC());
  }

  void record(GraphStore store, String command, String detail, Clock clock) {
    synchronized (WRITER) {
      List<Entry> entries = entries();
      long version = GraphVersion.of(store);
      if (!entries.isEmpty() && entries.get(entries.size() - 1).version() == version) {
        return;
      }
      Set<EntityId> before = sourcesAfter(entries);
      Set<EntityId> now = new TreeSet<>();
      new Sources(store).all().forEach(source -> now.add(source.id()));
      append(
          new Entry(
              version,
              clock.instant().toString(),
              command,
              detail,
              now.stream().filter(id -> !before.contains(id)).toList(),
              before.stream().filter(id -> !now.contains(id)).toList()));
    }
  }

  /** All changes, the oldest first. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      for (int i = 0; i < lines.size(); i++) {
        entries.addAll(entry(lines.get(i), i == lines.size() - 1));
      }
      return entries;
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The file '" + file + "' cannot be read: " + e + ".", e);
    }
  }

  /** A process that was killed leaves half a line at the end, of a change that is found again. */
  private List<Entry> entry(String line, boolean last) {
    try {
      return line.isBlank() ? List.of() : List.of(JSON.readValue(line, Line.class).entry());
    } catch (IOException | RuntimeException e) {
      if (last) {
        return List.of();
      }
      throw new ClewException(Reason.UNREADABLE, "The file '" + file + "' is damaged.", e);
    }
  }

  private static Set<EntityId> sourcesAfter(List<Entry> entries) {
    Set<EntityId> sources = new TreeSet<>();
    for (Entry entry : entries) {
      entry.removed().forEach(sources::remove);
      sources.addAll(entry.added());
    }
    return sources;
  }

  private void append(Entry entry) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      byte[] line =
          (JSON.writeValueAsString(Line.of(entry)) + "\n").getBytes(StandardCharsets.UTF_8);
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        channel.position(wholeLines(channel));
        channel.truncate(channel.position());
        channel.write(ByteBuffer.wrap(line));
        channel.force(true);
      }
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The file '" + file + "' cannot be written: " + e + ".", e);
    }
  }

  private static long wholeLines(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long end = channel.size();
    while (end > 0) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
      end--;
    }
    return 0;
  }
}
