package org.clew.loader.observation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that were erased, as HMAC-SHA256 of their ids under a key of this log: enough to
 * know them when they come back, not enough to list them.
 */
final class Tombstones {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Path list;
  private final Path keyFile;

  Tombstones(Path folder) {
    list = folder.resolve("erased.txt");
    keyFile = folder.resolve("erased.key");
  }

  /**
   * Adds the accounts and the names they go by; it is durable when this returns.
   *
   * @param names as {@link ErasedNames} knows them again in a text
   */
  void add(Collection<EntityId> accounts, Collection<String> names) throws IOException {
    Files.createDirectories(list.toAbsolutePath().getParent());
    Mac mac = mac(key());
    Set<String> marks = new TreeSet<>(marks());
    accounts.forEach(account -> marks.add(mark(mac, account.value())));
    ErasedNames.marks(names).forEach(name -> marks.add(mark(mac, name)));
    DurableFiles.write(list, (String.join("\n", marks) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The test for erased ids as of now. Not for use by several threads. */
  Check check() throws IOException {
    Set<String> marks = marks();
    return marks.isEmpty() ? new Check(null, marks) : new Check(mac(key()), marks);
  }

  private Set<String> marks() throws IOException {
    return Files.exists(list) ? Set.copyOf(Files.readAllLines(list)) : Set.of();
  }

  private byte[] key() throws IOException {
    if (!Files.exists(keyFile)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Path temporary = DurableFiles.temporary(keyFile);
      Files.createFile(temporary, DurableFiles.ownerAlone());
      Files.write(temporary, key);
      DurableFiles.moveIntoPlace(temporary, keyFile);
    }
    return Files.readAllBytes(keyFile);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
    }
  }

  private static String mark(Mac mac, String id) {
    return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
  }

  /** Tells whether an id was erased. */
  static final class Check {
    private final @Nullable Mac mac;
    private final Set<String> marks;

    private Check(@Nullable Mac mac, Set<String> marks) {
      this.mac = mac;
      this.marks = marks;
    }

    /** Whether there is nothing to know again. */
    boolean isEmpty() {
      return marks.isEmpty();
    }

    boolean isErased(String id) {
      return mac != null && marks.contains(mark(mac, id));
    }
  }
}
