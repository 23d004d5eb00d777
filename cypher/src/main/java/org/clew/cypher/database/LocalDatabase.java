package org.clew.cypher.database;

import java.util.OptionalLong;
import java.util.function.Function;
import org.clew.model.ClewException;
import org.neo4j.graphdb.ConstraintViolationException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientFailureException;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.storageengine.api.TransactionIdStore;

/** A database that runs in this process, without the driver and Cypher in between. */
public final class LocalDatabase {
  private static final int RETRIES_BESIDE_OTHERS = 100;

  private final GraphDatabaseService database;
  private final TransactionIdStore transactions;
  private final Runnable beforeWrite;

  /**
   * A database.
   *
   * @param beforeWrite runs before each write and can refuse it
   */
  LocalDatabase(GraphDatabaseService database, Runnable beforeWrite) {
    this.database = database;
    this.transactions =
        ((GraphDatabaseAPI) database)
            .getDependencyResolver()
            .resolveDependency(TransactionIdStore.class);
    this.beforeWrite = beforeWrite;
  }

  /**
   * Runs work in one write transaction. It is tried again after transient failures, a deadlock for
   * instance, and where another writer made or removed what it was about to make or change.
   *
   * @throws ClewException UNAVAILABLE when the database cannot write; whatever the work throws
   */
  public <T> T write(Function<Transaction, T> work) {
    beforeWrite.run();
    for (int left = RETRIES_BESIDE_OTHERS; ; left--) {
      try (Transaction tx = database.beginTx()) {
        T done = work.apply(tx);
        tx.commit();
        return done;
      } catch (TransientFailureException | ConstraintViolationException | NotFoundException e) {
        if (left == 0) {
          throw translated(e);
        }
      } catch (RuntimeException e) {
        throw translated(e);
      }
    }
  }

  private static RuntimeException translated(RuntimeException failure) {
    return failure instanceof Status.HasStatus known
        ? DriverFailures.translate(known.status().code().serialize(), failure)
        : failure;
  }

  /**
   * As {@link GraphStore#changes}: the number of the last transaction, while none is on its way.
   */
  OptionalLong changes() {
    long closed = transactions.getLastClosedTransactionId();
    return closed == transactions.getLastCommittedTransactionId()
        ? OptionalLong.of(closed)
        : OptionalLong.empty();
  }
}
