package org.clew.cypher.database;

import java.util.OptionalLong;
import java.util.function.Consumer;
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
   * @throws ClewException UNAVAILABLE when the database cannot write, LIMIT when the work needs
   *     more memory than a transaction may have; whatever else the work throws
   */
  public void write(Consumer<Transaction> work) {
    beforeWrite.run();
    for (int left = DriverGraphStore.RETRIES_BESIDE_OTHERS; ; left--) {
      try (Transaction tx = database.beginTx()) {
        work.accept(tx);
        tx.commit();
        return;
      } catch (RuntimeException e) {
        if (left == 0 || !mayPass(e)) {
          throw translated(e);
        }
      }
    }
  }

  private static boolean mayPass(RuntimeException failure) {
    return failure instanceof TransientFailureException transientFailure
        ? !DriverFailures.isOutOfMemory(code(transientFailure))
        : failure instanceof ConstraintViolationException || failure instanceof NotFoundException;
  }

  private static RuntimeException translated(RuntimeException failure) {
    if (failure instanceof Status.HasStatus known) {
      return DriverFailures.translate(code(known), failure);
    }
    boolean ofDatabase =
        failure instanceof ConstraintViolationException
            || failure instanceof NotFoundException
            || failure instanceof IllegalArgumentException;
    return ofDatabase ? DriverFailures.translate("", failure) : failure;
  }

  private static String code(Status.HasStatus failure) {
    return failure.status().code().serialize();
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
