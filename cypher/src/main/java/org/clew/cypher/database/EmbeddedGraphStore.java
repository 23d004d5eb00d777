package org.clew.cypher.database;

import inet.ipaddr.IPAddressString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.helpers.HostnamePort;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Neo4j Community inside this process, answering over Bolt on loopback only. */
final class EmbeddedGraphStore {
  static final String USER = "neo4j";
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration SHUTDOWN_WAIT = Duration.ofMillis(200);

  /** A server is asked to stop by somebody who waits for it. */
  private static final Duration SERVER_WAITS_FOR_CLIENTS = Duration.ofSeconds(60);

  /** A command that came first must not take the store away from one that takes longer. */
  private static final Duration COMMAND_WAITS_FOR_CLIENTS = Duration.ofDays(1);

  private static final long FULL_DISK_WAIT_MILLIS = 10_000;

  /** No query may make the server fetch an address. */
  private static final List<IPAddressString> EVERY_ADDRESS =
      List.of(new IPAddressString("0.0.0.0/0"), new IPAddressString("::/0"));

  private EmbeddedGraphStore() {}

  /**
   * Starts it.
   *
   * @param beforeOthers run before other processes are told where it answers
   */
  static GraphStore start(StoreDirectory data, int boltPort, Consumer<GraphStore> beforeOthers) {
    DiskSpace space = DiskSpace.of(data.root());
    try {
      space.requireToOpen();
      DatabaseManagementService service = launch(data, boltPort);
      try {
        String uri = boltUri(service);
        setPassword(service, data.password());
        GraphStore store =
            DriverGraphStore.connect(
                uri,
                AuthTokens.basic(USER, data.password()),
                "the embedded store in " + data.root(),
                space::requireToWrite,
                () -> stop(service, data, space, clientsWait(boltPort)),
                local(service, space));
        prepare(store, beforeOthers);
        data.publishAddress(uri);
        return store;
      } catch (RuntimeException e) {
        shutDown(service, space);
        throw e;
      }
    } catch (RuntimeException e) {
      data.unlock();
      throw e;
    }
  }

  private static void prepare(GraphStore store, Consumer<GraphStore> work) {
    try {
      work.accept(store);
    } catch (RuntimeException e) {
      store.driver().close();
      throw e;
    }
  }

  /** A port is chosen for a server, to which others connect. */
  private static Duration clientsWait(int boltPort) {
    return boltPort == 0 ? COMMAND_WAITS_FOR_CLIENTS : SERVER_WAITS_FOR_CLIENTS;
  }

  private static void stop(
      DatabaseManagementService service, StoreDirectory data, DiskSpace space, Duration wait) {
    data.release(wait);
    shutDown(service, space);
    data.unlock();
  }

  /** Waits as long as it takes, but not for a full disk: there a shutdown never ends. */
  static void shutDown(DatabaseManagementService service, DiskSpace space) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread shutdown = new Thread(service::shutdown, "clew-store-shutdown");
    shutdown.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
    shutdown.setDaemon(true);
    shutdown.start();
    try {
      do {
        shutdown.join(FULL_DISK_WAIT_MILLIS);
      } while (shutdown.isAlive() && !space.full());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Throwable thrown = failure.get();
    if (thrown != null || shutdown.isAlive()) {
      throw notClosed(space, thrown == null ? new TimeoutException() : thrown);
    }
  }

  private static ClewException notClosed(DiskSpace space, Throwable cause) {
    return new ClewException(
        Reason.UNAVAILABLE,
        "The graph in "
            + space.folder()
            + " could not be closed in order, most likely because its disk is full; what was"
            + " committed is kept and comes back when there is room.",
        cause);
  }

  /** Settings of the owner of the data directory count, but not against those made here. */
  private static DatabaseManagementService launch(StoreDirectory data, int boltPort) {
    Path home = data.neo4jHome();
    try {
      DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(home);
      Path settings = settings(home);
      if (Files.exists(settings)) {
        builder.loadPropertiesFromFile(settings);
      }
      return builder
          .setConfig(GraphDatabaseSettings.auth_enabled, true)
          .setConfig(BoltConnector.enabled, true)
          .setConfig(BoltConnector.listen_address, new SocketAddress(LOOPBACK, boltPort))
          .setConfig(BoltConnector.advertised_address, new SocketAddress(LOOPBACK, boltPort))
          .setConfig(BoltConnectorInternalSettings.enable_local_connector, false)
          .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, SHUTDOWN_WAIT)
          .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, SHUTDOWN_WAIT)
          .setConfig(GraphDatabaseSettings.allow_file_urls, false)
          .setConfig(GraphDatabaseInternalSettings.cypher_ip_blocklist, EVERY_ADDRESS)
          .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
          .setConfig(GraphDatabaseSettings.memory_transaction_max_size, ByteUnit.mebiBytes(256))
          .setConfig(GraphDatabaseSettings.keep_logical_logs, "1 files")
          .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
          .build();
    } catch (RuntimeException e) {
      throw StartFailures.translate(e, data.root(), boltPort);
    }
  }

  /** Where the owner of a Neo4j home may set what is not set here. */
  static Path settings(Path home) {
    return home.resolve("conf").resolve("neo4j.conf");
  }

  private static LocalDatabase local(DatabaseManagementService service, DiskSpace space) {
    return new LocalDatabase(
        service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME), space::requireToWrite);
  }

  private static String boltUri(DatabaseManagementService service) {
    GraphDatabaseService database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    ConnectorPortRegister ports =
        ((GraphDatabaseAPI) database)
            .getDependencyResolver()
            .resolveDependency(ConnectorPortRegister.class);
    HostnamePort address = ports.getLocalAddress(ConnectorType.BOLT);
    if (address == null) {
      throw new ClewException(Reason.UNAVAILABLE, "The embedded database did not open Bolt.");
    }
    return "bolt://" + LOOPBACK + ":" + address.getPort();
  }

  private static void setPassword(DatabaseManagementService service, String password) {
    service
        .database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
        .executeTransactionally(
            """
            CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED
            """,
            Map.of("password", password));
  }
}
