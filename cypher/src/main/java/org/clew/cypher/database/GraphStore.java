package org.clew.cypher.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * An open graph, embedded or remote; both are spoken to by the same driver, and an embedded one
 * that this process holds can be reached without it, too. Failures of the driver come out as {@link
 * org.clew.model.ClewException}, translated in one place. Safe for use by many threads.
 */
public interface GraphStore extends AutoCloseable {
  /** The driver itself, for what needs more than the methods here. */
  Driver driver();

  /** Where the graph answers over Bolt, as in {@code bolt://127.0.0.1:7687}. */
  String boltUri();

  /** What a person should know about where this graph is: one sentence part. */
  String description();

  /**
   * A number that is another after each change of the graph, where it is known without asking the
   * database: the graph is embedded in this process, and no change is on its way.
   */
  OptionalLong changes();

  /** The database itself, where it runs in this process. */
  Optional<LocalDatabase> local();

  /** Runs one read query in a managed transaction and maps its rows, which must fit in memory. */
  <T> List<T> read(String query, Map<String, Object> parameters, Function<Record, T> row);

  /**
   * Begins one read query and gives its rows, which must fit in memory, when they are asked for.
   * Its transaction ends by itself, whether or not they ever are.
   */
  Supplier<List<Record>> begin(String query, Map<String, Object> parameters);

  /**
   * Runs one read query for each of several parameters, two of them at a time, and hands over the
   * rows in the order of the parameters, on the caller's thread. The rows of two must fit in
   * memory.
   */
  void readEach(String query, List<Map<String, Object>> parameters, Consumer<Record> row);

  /**
   * Runs one read query and hands over its rows as they arrive, with flat memory. The consumer runs
   * inside the transaction.
   */
  void stream(String query, Map<String, Object> parameters, Consumer<Record> row);

  /**
   * Runs work in one managed write transaction. It is tried again after transient failures, and
   * where another writer made what it was about to make.
   */
  <T> T write(Function<TransactionContext, T> work);

  /** Runs one auto-commit statement, as schema changes and {@code IN TRANSACTIONS} need. */
  void execute(String query, Map<String, Object> parameters);

  @Override
  void close();
}
