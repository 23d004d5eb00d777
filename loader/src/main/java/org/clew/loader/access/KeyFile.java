package org.clew.loader.access;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.access.AccessKey;
import org.clew.model.access.AccessKey.State;
import org.clew.model.access.IssuedKey;
import org.clew.model.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of a data folder, in one file of mode 0600. It is replaced as a whole (written
 * beside, brought to the disk, renamed), so that readers see the old keys or the new ones; several
 * processes may change it at the same time.
 */
public final class KeyFile {
  /** More keys than these are not made; revoked ones count. */
  static final int MOST_KEYS = 10_000;

  private static final int MOST_NAME_CHARACTERS = 100;

  private final Path file;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * The keys in a file that need not exist.
   *
   * @param clock tells today, for what expires
   */
  public KeyFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  Path file() {
    return file;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * All keys in the order they were made, the revoked and expired ones too.
   *
   * @throws ClewException UNREADABLE when the file is damaged, UNAVAILABLE when it cannot be read
   */
  public List<AccessKey> list() {
    try {
      return StoredKeys.read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (AccessDeniedException e) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "The keys file " + file + " may not be read by this user; nobody is let in.",
          e);
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNREADABLE,
          "The keys file "
              + file
              + " is damaged; nobody is let in until it is restored, or deleted and new keys made.",
          e);
    }
  }

  /** Whether any key would let someone in now. */
  public boolean hasValidKey() {
    Instant now = now();
    return list().stream().anyMatch(key -> key.stateAt(now) == State.VALID);
  }

  /**
   * Makes a key and keeps its hash.
   *
   * @param name what its owner calls it; may be empty
   * @param expires the last day on which it is valid; null for no end
   * @throws ClewException USAGE when the name is too long or the day is over
   */
  public IssuedKey create(Role role, String name, @Nullable LocalDate expires) {
    if (name.length() > MOST_NAME_CHARACTERS) {
      throw new ClewException(
          Reason.USAGE,
          "The name of a key may have " + MOST_NAME_CHARACTERS + " characters at most.");
    }
    Instant now = now();
    if (expires != null && expires.isBefore(now.atZone(ZoneOffset.UTC).toLocalDate())) {
      throw new ClewException(
          Reason.USAGE, "The key would have expired on " + expires + "; give a day to come.");
    }
    IssuedKey issued = IssuedKey.of(name.strip(), role, expires, now, random);
    return changed(
        () -> {
          List<AccessKey> keys = new ArrayList<>(list());
          if (keys.size() >= MOST_KEYS) {
            throw new ClewException(Reason.LIMIT, "There are " + MOST_KEYS + " keys; no more fit.");
          }
          keys.add(issued.key());
          replace(keys);
          return issued;
        });
  }

  /**
   * Revokes a key for good.
   *
   * @return the key as it is now
   * @throws ClewException NOT_FOUND when there is none of that id
   */
  public AccessKey revoke(String id) {
    return changed(
        () -> {
          List<AccessKey> keys = new ArrayList<>(list());
          for (int k = 0; k < keys.size(); k++) {
            if (keys.get(k).id().equals(id)) {
              keys.set(k, keys.get(k).revokedAt(now()));
              replace(keys);
              return keys.get(k);
            }
          }
          throw new ClewException(
              Reason.NOT_FOUND, "There is no key '" + id + "'; 'clew keys list' shows their ids.");
        });
  }

  private <T> T changed(ProcessLock.Work<T> work) {
    try {
      return ProcessLock.whileHeld(file.resolveSibling(file.getFileName() + ".lock"), work);
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The keys file " + file + " cannot be written: " + e, e);
    }
  }

  private void replace(List<AccessKey> keys) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    PrivateFiles.create(temporary);
    Files.write(temporary, StoredKeys.write(keys));
    DurableFiles.moveIntoPlace(temporary, file);
  }
}
