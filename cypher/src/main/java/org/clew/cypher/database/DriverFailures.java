package org.clew.cypher.database;

import java.util.function.Supplier;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** The one place where failures of the driver and of the database become failures of Clew. */
public final class DriverFailures {
  private static final String TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut";
  private static final String TIMED_OUT_CLIENT =
      "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration";
  private static final String OUT_OF_MEMORY =
      "Neo.TransientError.General.MemoryPoolOutOfMemoryError";
  private static final String STATEMENT = "Neo.ClientError.Statement";
  private static final String NOT_COMMITTED = "Neo.DatabaseError.Transaction";

  private DriverFailures() {}

  /** Runs work and translates what the driver throws. */
  public static <T> T translating(Supplier<T> work) {
    try {
      return work.get();
    } catch (Neo4jException e) {
      throw translate(e);
    }
  }

  /** What a failure of the driver means to the user; the cause is kept. */
  public static ClewException translate(Neo4jException failure) {
    if (failure instanceof AuthenticationException) {
      return new ClewException(
          Reason.UNAVAILABLE,
          "The database refused the user name or password"
              + " (CLEW_NEO4J_USER, CLEW_NEO4J_PASSWORD).",
          failure);
    }
    if (failure instanceof ServiceUnavailableException
        || failure instanceof SessionExpiredException) {
      return new ClewException(
          Reason.UNAVAILABLE, "The database does not answer: " + firstLine(failure), failure);
    }
    return translate(failure.code() == null ? "" : failure.code(), failure);
  }

  /** The same of a failure that the database itself has given a code. */
  static ClewException translate(String code, RuntimeException failure) {
    if (code.equals(TIMED_OUT) || code.equals(TIMED_OUT_CLIENT)) {
      return new ClewException(Reason.LIMIT, "The query took longer than allowed.", failure);
    }
    if (isOutOfMemory(code)) {
      return new ClewException(Reason.LIMIT, "The query needs more memory than allowed.", failure);
    }
    if (code.startsWith(NOT_COMMITTED)) {
      return new ClewException(
          Reason.UNAVAILABLE,
          "The database could not write, most likely because its disk is full or fails; what was"
              + " committed before is kept: "
              + firstLine(failure),
          failure);
    }
    boolean callersFault = code.startsWith(STATEMENT);
    return new ClewException(
        callersFault ? Reason.USAGE : Reason.UNAVAILABLE, firstLine(failure), failure);
  }

  static boolean isOutOfMemory(String code) {
    return code.startsWith(OUT_OF_MEMORY);
  }

  private static String firstLine(RuntimeException failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }
}
