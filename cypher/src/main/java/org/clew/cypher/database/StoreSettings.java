package org.clew.cypher.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which graph to open.
 *
 * @param dataDirectory folder of the embedded store, its password and its lock; made when missing
 * @param remoteUri {@code neo4j://} or {@code bolt://} address of a remote database; null for the
 *     embedded one
 * @param user user of the remote database; null for none
 * @param password password of the remote database; null for none
 * @param boltPort port on which the embedded database answers on loopback; 0 for a free one
 */
public record StoreSettings(
    Path dataDirectory,
    @Nullable String remoteUri,
    @Nullable String user,
    @Nullable String password,
    int boltPort) {
  /** The embedded store of a folder, on a free Bolt port. */
  public static StoreSettings embedded(Path dataDirectory) {
    return new StoreSettings(dataDirectory, null, null, null, 0);
  }
}
