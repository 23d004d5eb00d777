package org.clew.loader.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The audit log of a data folder: lines of JSON, each chained to the one before by its hash.
 * Several processes may append. A batch is brought to the disk before its writer goes on.
 *
 * <p>What shows: a changed, removed, added or reordered line, and a cut tail as long as {@code
 * audit.head} was not changed with it. What cannot show: someone who may write both files and makes
 * all of the chain anew; against him, note the last hash elsewhere and look for it later.
 */
public final class AuditLog {
  private final Path file;
  private final Path head;
  private final Path lock;
  private final Clock clock;

  /**
   * The log in a folder that need not exist.
   *
   * @param folder the data folder
   */
  public AuditLog(Path folder, Clock clock) {
    this.file = folder.resolve("audit.jsonl");
    this.head = folder.resolve("audit.head");
    this.lock = folder.resolve("audit.lock");
    this.clock = clock;
  }

  /**
   * Appends events in their order: all or none.
   *
   * @throws ClewException UNAVAILABLE when they cannot be written
   */
  public void append(List<AuditEvent> events) {
    try {
      ProcessLock.whileHeld(lock, () -> appendAlone(events));
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The audit log " + file + " cannot be written: " + e, e);
    }
  }

  /**
   * Whether the chain is whole.
   *
   * @throws ClewException UNAVAILABLE when the log cannot be read
   */
  public AuditVerification verify() {
    try {
      return ProcessLock.whileHeld(
          lock,
          () -> {
            AuditChain chain = new AuditChain(AuditHead.read(head));
            try (Stream<String> lines = lines()) {
              Iterator<String> each = lines.iterator();
              boolean right = true;
              while (right && each.hasNext()) {
                right = chain.takes(each.next());
              }
            }
            return chain.end();
          });
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Reads the lines as documents, in their order, each as it stands; a line that is no JSON is left
   * out.
   *
   * @param reader gets the stream, which is closed after
   * @throws ClewException UNAVAILABLE when the log cannot be read
   */
  public <T> T read(Function<Stream<JsonNode>, T> reader) {
    try (Stream<String> lines = lines()) {
      return reader.apply(lines.map(AuditLine::document).flatMap(Optional::stream));
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private Stream<String> lines() throws IOException {
    try {
      // Malformed bytes become a replacement character, which breaks the line's hash.
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
      return reader.lines().onClose(() -> close(reader));
    } catch (NoSuchFileException e) {
      return Stream.of();
    }
  }

  private int appendAlone(List<AuditEvent> events) throws IOException {
    PrivateFiles.ensure(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      AuditTail tail = AuditTail.of(channel);
      List<AuditEvent> all = new ArrayList<>();
      AuditHead last = last(tail, all);
      all.addAll(events);
      StringBuilder text = new StringBuilder();
      for (AuditEvent event : all) {
        AuditLine line = AuditLine.of(event, last.number() + 1, last.hash());
        text.append(line.text()).append('\n');
        last = AuditHead.of(line);
      }
      write(channel, tail.whole(), text.toString());
      last.write(head);
      return all.size();
    }
  }

  /**
   * What the next line follows. Where the kept head and the log's end contradict each other, the
   * head is followed: the gap then stays in the chain and shows for ever.
   */
  private AuditHead last(AuditTail tail, List<AuditEvent> notes) throws IOException {
    Optional<AuditHead> kept = AuditHead.read(head);
    if (tail.torn() > 0) {
      notes.add(
          AuditEvent.ofLog(
              clock.instant(), "A line broken off after " + tail.torn() + " bytes was removed."));
    }
    AuditHead end = tail.last().map(AuditHead::of).orElse(AuditHead.BEGINNING);
    if (kept.isEmpty()) {
      if (tail.whole() > 0) {
        notes.add(AuditEvent.ofLog(clock.instant(), "The file audit.head was missing."));
      }
      return end;
    }
    boolean cut = end.number() < kept.get().number() || (tail.whole() > 0 && tail.last().isEmpty());
    if (cut) {
      notes.add(
          AuditEvent.ofLog(
              clock.instant(),
              "The log should have ended with line " + kept.get().number() + " and did not."));
      return kept.get();
    }
    return end;
  }

  /** A full disk may take a part of it; that part goes again. */
  private static void write(FileChannel channel, long at, String text) throws IOException {
    channel.truncate(at);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes, at + bytes.position());
      }
      channel.force(true);
    } catch (IOException e) {
      channel.truncate(at);
      throw e;
    }
  }

  private ClewException unreadable(Exception cause) {
    return new ClewException(
        Reason.UNAVAILABLE, "The audit log " + file + " cannot be read: " + cause, cause);
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
