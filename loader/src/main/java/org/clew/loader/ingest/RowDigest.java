package org.clew.loader.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.clew.model.entity.Hashes;

/** Makes keys of rows: the first 128 bits of the SHA-256 of what makes rows different. */
final class RowDigest {
  private final MessageDigest digest = Hashes.newSha256();

  RowKeys.Key of(Iterable<String> fields) {
    for (String field : fields) {
      digest.update(field.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0x1f);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new RowKeys.Key(hash.getLong() | 1, hash.getLong());
  }
}
