package org.clew.cypher.database;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/** A graph behind a driver; closing it also closes whatever stands behind the driver. */
final class DriverGraphStore implements GraphStore {
  private static final long CONNECT_SECONDS = 10;
  private static final long STREAM_FETCH_SIZE = 5_000;
  private static final int AT_A_TIME = 2;

  /** Each fails only where others write the same just then. */
  static final int RETRIES_BESIDE_OTHERS = 10;

  private static final String ALREADY_THERE = "Neo.ClientError.Schema.ConstraintValidationFailed";

  private final Driver driver;
  private final String boltUri;
  private final String description;
  private final Runnable beforeWrite;
  private final Runnable afterClose;
  private final @Nullable LocalDatabase local;

  private DriverGraphStore(
      Driver driver,
      String boltUri,
      String description,
      Runnable beforeWrite,
      Runnable afterClose,
      @Nullable LocalDatabase local) {
    this.driver = driver;
    this.boltUri = boltUri;
    this.description = description;
    this.beforeWrite = beforeWrite;
    this.afterClose = afterClose;
    this.local = local;
  }

  /**
   * Connects.
   *
   * @param beforeWrite runs before each write and can refuse it
   * @param afterClose runs when the driver is closed
   */
  static DriverGraphStore connect(
      String uri, AuthToken token, String description, Runnable beforeWrite, Runnable afterClose) {
    return connect(uri, token, description, beforeWrite, afterClose, null);
  }

  /**
   * Connects.
   *
   * @param beforeWrite runs before each write and can refuse it
   * @param afterClose runs when the driver is closed
   * @param local the database itself, where it runs in this process
   */
  static DriverGraphStore connect(
      String uri,
      AuthToken token,
      String description,
      Runnable beforeWrite,
      Runnable afterClose,
      @Nullable LocalDatabase local) {
    Config config =
        Config.builder()
            .withLogging(Logging.slf4j())
            .withNotificationConfig(NotificationConfig.disableAllConfig())
            .withConnectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .withConnectionAcquisitionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .withUserAgent("clew")
            .build();
    Driver driver = open(uri, token, config);
    try {
      driver.verifyConnectivity();
      return new DriverGraphStore(driver, uri, description, beforeWrite, afterClose, local);
    } catch (Neo4jException e) {
      driver.close();
      throw DriverFailures.translate(e);
    }
  }

  private static Driver open(String uri, AuthToken token, Config config) {
    try {
      return GraphDatabase.driver(uri, token, config);
    } catch (IllegalArgumentException e) {
      throw new ClewException(
          Reason.USAGE,
          "'" + uri + "' is not the address of a Neo4j database; write neo4j://host:7687.",
          e);
    }
  }

  @Override
  public Driver driver() {
    return driver;
  }

  @Override
  public String boltUri() {
    return boltUri;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public OptionalLong changes() {
    return local == null ? OptionalLong.empty() : local.changes();
  }

  @Override
  public Optional<LocalDatabase> local() {
    return Optional.ofNullable(local);
  }

  /** At once, in one round trip; where that fails for a time only, in a transaction tried again. */
  @Override
  public <T> List<T> read(String query, Map<String, Object> parameters, Function<Record, T> row) {
    return inSession(
        AccessMode.READ,
        session -> {
          try {
            return session.run(query, parameters).list(row);
          } catch (Neo4jException e) {
            if (e instanceof RetryableException) {
              return session.executeRead(tx -> tx.run(query, parameters).list(row));
            }
            throw e;
          }
        });
  }

  @Override
  public Supplier<List<Record>> begin(String query, Map<String, Object> parameters) {
    SessionConfig config = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
    AsyncSession session = driver.session(AsyncSession.class, config);
    CompletionStage<List<Record>> rows =
        session
            .runAsync(query, parameters)
            .thenCompose(ResultCursor::listAsync)
            .whenComplete((found, failure) -> session.closeAsync());
    return () -> {
      try {
        return rows.toCompletableFuture().join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RetryableException) {
          return read(query, parameters, row -> row);
        }
        throw e.getCause() instanceof Neo4jException failure
            ? DriverFailures.translate(failure)
            : e;
      }
    };
  }

  @Override
  public void readEach(String query, List<Map<String, Object>> parameters, Consumer<Record> row) {
    Deque<Supplier<List<Record>>> begun = new ArrayDeque<>();
    for (Map<String, Object> each : parameters) {
      begun.add(begin(query, each));
      if (begun.size() == AT_A_TIME) {
        begun.remove().get().forEach(row);
      }
    }
    begun.forEach(rows -> rows.get().forEach(row));
  }

  @Override
  public void stream(String query, Map<String, Object> parameters, Consumer<Record> row) {
    DriverFailures.translating(
        () -> {
          SessionConfig config =
              SessionConfig.builder()
                  .withDefaultAccessMode(AccessMode.READ)
                  .withFetchSize(STREAM_FETCH_SIZE)
                  .build();
          try (Session session = driver.session(config)) {
            session.run(query, parameters).forEachRemaining(row);
          }
          return true;
        });
  }

  @Override
  public <T> T write(Function<TransactionContext, T> work) {
    beforeWrite.run();
    return inSession(AccessMode.WRITE, session -> write(session, work));
  }

  /** What was missing when the work looked may have come from another writer before it was made. */
  private static <T> T write(Session session, Function<TransactionContext, T> work) {
    for (int left = RETRIES_BESIDE_OTHERS; ; left--) {
      try {
        return session.executeWrite(work::apply);
      } catch (ClientException e) {
        if (left == 0 || !ALREADY_THERE.equals(e.code())) {
          throw e;
        }
      }
    }
  }

  @Override
  public void execute(String query, Map<String, Object> parameters) {
    beforeWrite.run();
    inSession(AccessMode.WRITE, session -> session.run(query, parameters).consume());
  }

  @Override
  public void close() {
    driver.close();
    afterClose.run();
  }

  private <T> T inSession(AccessMode mode, Function<Session, T> work) {
    Supplier<T> run =
        () -> {
          SessionConfig config = SessionConfig.builder().withDefaultAccessMode(mode).build();
          try (Session session = driver.session(config)) {
            return work.apply(session);
          }
        };
    return DriverFailures.translating(run);
  }
}
