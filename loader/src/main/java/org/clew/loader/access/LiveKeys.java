package org.clew.loader.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.access.AccessKey;
import org.clew.model.access.AccessKey.State;
import org.jspecify.annotations.Nullable;

/**
 * The keys as they are at each request, whichever process changed them: the file's identity, size
 * and time are looked at every time (microseconds), its content only when these changed.
 */
public final class LiveKeys {
  private final KeyFile file;
  private volatile @Nullable Snapshot latest;

  /** The keys in a file that need not exist. */
  public LiveKeys(KeyFile file) {
    this.file = file;
  }

  private record Stamp(FileTime modified, long size, @Nullable Object identity) {
    static final Stamp MISSING = new Stamp(FileTime.fromMillis(0), -1, null);
  }

  private record Snapshot(Stamp stamp, Map<String, AccessKey> byId) {}

  /**
   * The valid key of that text; empty when there is none, or when it is expired or revoked.
   *
   * @throws ClewException when the keys cannot be read, so that nobody is let in
   */
  public Optional<AccessKey> find(String text) {
    return AccessKey.idIn(text)
        .map(current().byId()::get)
        .filter(key -> key.matches(text) && key.stateAt(file.now()) == State.VALID);
  }

  private Snapshot current() {
    Stamp stamp = stamp();
    Snapshot known = latest;
    if (known != null && known.stamp().equals(stamp)) {
      return known;
    }
    // The stamp is older than the content at most, so that a change between them is seen next time.
    Snapshot fresh =
        new Snapshot(
            stamp,
            file.list().stream().collect(Collectors.toMap(AccessKey::id, Function.identity())));
    latest = fresh;
    return fresh;
  }

  private Stamp stamp() {
    try {
      BasicFileAttributes is = Files.readAttributes(file.file(), BasicFileAttributes.class);
      return new Stamp(is.lastModifiedTime(), is.size(), is.fileKey());
    } catch (NoSuchFileException e) {
      return Stamp.MISSING;
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "The keys file " + file.file() + " cannot be read; nobody is let in.",
          e);
    }
  }
}
