package org.clew.loader.observation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) under a key that is made once and kept in a file for its owner alone:
 * equal texts are known again, and nobody without the key can try out which text a hash is of.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Mac mac;

  private KeyedHash(Mac mac) {
    this.mac = mac;
  }

  /** The hash under the key in that file, which is made when it is missing. */
  public static KeyedHash under(Path keyFile) throws IOException {
    if (!Files.exists(keyFile)) {
      DurableFiles.exclusively(
          keyFile.resolveSibling(keyFile.getFileName() + ".lock"), () -> made(keyFile));
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(Files.readAllBytes(keyFile), ALGORITHM));
      return new KeyedHash(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
    }
  }

  /** The hash of a text, 64 hex digits. */
  public synchronized String of(String text) {
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Another process may have made it while this one waited. */
  private static Path made(Path keyFile) throws IOException {
    if (!Files.exists(keyFile)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Path temporary = DurableFiles.temporary(keyFile);
      Files.createFile(temporary, DurableFiles.ownerAlone());
      Files.write(temporary, key);
      DurableFiles.moveIntoPlace(temporary, keyFile);
    }
    return keyFile;
  }
}
