package org.clew.cypher.database;

import java.nio.file.Path;
import org.clew.cypher.schema.SchemaMigrations;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;

/** Opens graphs. */
public final class GraphStores {
  private GraphStores() {}

  /**
   * Opens the graph and brings its schema up to date. An embedded store that another Clew process
   * holds is reached through that process.
   *
   * @throws ClewException when the store cannot be opened, or was written by a newer version
   */
  public static GraphStore open(StoreSettings settings) {
    String uri = settings.remoteUri();
    if (uri != null) {
      return migrated(
          DriverGraphStore.connect(
              uri, token(settings), "the database at " + uri, () -> {}, () -> {}));
    }
    Path directory = settings.dataDirectory().toAbsolutePath().normalize();
    StoreDirectory data = StoreDirectory.prepare(directory);
    return data.tryHold()
        ? start(data, settings)
        : AttachedGraphStore.attach(data)
            .map(GraphStores::migrated)
            .orElseGet(() -> start(data, settings));
  }

  private static GraphStore start(StoreDirectory data, StoreSettings settings) {
    return EmbeddedGraphStore.start(
        data, settings.boltPort(), store -> new SchemaMigrations(store).run());
  }

  private static GraphStore migrated(GraphStore store) {
    try {
      new SchemaMigrations(store).run();
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static AuthToken token(StoreSettings settings) {
    @Nullable String user = settings.user();
    @Nullable String password = settings.password();
    if (user == null && password == null) {
      return AuthTokens.none();
    }
    if (user == null || password == null) {
      throw new ClewException(
          Reason.USAGE, "A remote database needs both CLEW_NEO4J_USER and CLEW_NEO4J_PASSWORD.");
    }
    return AuthTokens.basic(user, password);
  }
}
