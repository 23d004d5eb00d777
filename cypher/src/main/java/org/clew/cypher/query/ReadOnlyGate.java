package org.clew.cypher.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clew.cypher.database.DriverFailures;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.ResultSummary;

/**
 * Runs an analyst's own Cypher and nothing that changes or reaches beyond the graph. READ access
 * mode alone still lets LOAD CSV, SHOW, TERMINATE and procedures through, so the plan is asked for
 * first and each of its operators must be on a list of those that only read the graph.
 */
public final class ReadOnlyGate {
  private static final String EXPLAIN = "EXPLAIN ";
  private static final Pattern EXECUTION_MODE = Pattern.compile("(?is)\\s*(?:EXPLAIN|PROFILE)\\b");

  private final GraphStore store;

  /** The gate of a graph. */
  public ReadOnlyGate(GraphStore store) {
    this.store = store;
  }

  /**
   * Runs a query.
   *
   * @throws ClewException FORBIDDEN when the query does more than read, USAGE when it is not
   *     Cypher, LIMIT when it takes longer or needs more memory than allowed
   */
  public QueryResult run(String query, Map<String, Object> parameters, QueryLimits limits) {
    if (query.isBlank()) {
      throw new ClewException(Reason.USAGE, "The query is empty.");
    }
    if (EXECUTION_MODE.matcher(query).lookingAt()) {
      throw new ClewException(
          Reason.USAGE, "Leave out EXPLAIN or PROFILE; plans are not shown here.");
    }
    try {
      return DriverFailures.translating(() -> runChecked(query, parameters, limits));
    } catch (ClewException e) {
      throw isCutAnswer(e)
          ? new ClewException(
              Reason.LIMIT, "The answer to the query is too large; ask for less at once.", e)
          : e;
    }
  }

  /** A value too large for the connection ends it, and the database goes on. */
  private boolean isCutAnswer(ClewException failure) {
    if (!(failure.getCause() instanceof ServiceUnavailableException)) {
      return false;
    }
    try {
      store.driver().verifyConnectivity();
      return true;
    } catch (Neo4jException e) {
      return false;
    }
  }

  private QueryResult runChecked(String query, Map<String, Object> parameters, QueryLimits limits) {
    SessionConfig config = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
    TransactionConfig timeout = TransactionConfig.builder().withTimeout(limits.timeout()).build();
    try (Session session = store.driver().session(config)) {
      requireReadOnly(session, query, parameters, timeout);
      Result result = session.run(query, parameters, timeout);
      return collect(result, limits);
    }
  }

  private static void requireReadOnly(
      Session session, String query, Map<String, Object> parameters, TransactionConfig timeout) {
    var summary = explained(session, query, parameters, timeout);
    if (!summary.hasPlan() || summary.hasProfile()) {
      throw new ClewException(
          Reason.FORBIDDEN, "Only queries that read the graph are allowed here.");
    }
    List<String> others = new ArrayList<>();
    collectOthers(summary.plan(), others);
    if (!others.isEmpty()) {
      throw new ClewException(
          Reason.FORBIDDEN,
          "Only queries that read the graph are allowed here; this one "
              + ReadOperators.whatTheyDo(others)
              + ".");
    }
  }

  private static ResultSummary explained(
      Session session, String query, Map<String, Object> parameters, TransactionConfig timeout) {
    try {
      return session.run(EXPLAIN + query, parameters, timeout).consume();
    } catch (Neo4jException e) {
      ClewException known = DriverFailures.translate(e);
      String message = Positions.without(EXPLAIN, String.valueOf(known.getMessage()));
      throw new ClewException(known.reason(), message, e);
    }
  }

  private static void collectOthers(Plan plan, List<String> others) {
    String operator = plan.operatorType().replaceAll("@.*", "");
    if (!ReadOperators.ALLOWED.contains(operator)) {
      others.add(operator);
    }
    plan.children().forEach(child -> collectOthers(child, others));
  }

  private static QueryResult collect(Result result, QueryLimits limits) {
    List<String> columns = result.keys();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (rows.size() < limits.rows() && result.hasNext()) {
      rows.add(row(result.next()));
    }
    boolean more = result.hasNext();
    return new QueryResult(
        columns,
        rows,
        more ? Map.of("reason", "Only the first " + limits.rows() + " rows are shown.") : null);
  }

  private static List<@Nullable Object> row(Record row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Value value : row.values()) {
      values.add(PlainValues.of(value));
    }
    return values;
  }
}
