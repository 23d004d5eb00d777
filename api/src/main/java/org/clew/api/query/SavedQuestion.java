package org.clew.api.query;

import java.util.Map;
import java.util.regex.Pattern;
import org.clew.api.trace.TraceBody;
import org.clew.api.trace.TraceService;
import org.clew.cypher.query.QueryLimits;
import org.clew.cypher.query.QueryResult;
import org.clew.cypher.query.ReadOnlyGate;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A query or a trace under a name. It is checked again each time it is asked: a query passes the
 * read-only gate then.
 *
 * @param name 1 to 60 letters, digits, dots, hyphens and underscores, the first a letter or digit
 * @param query Cypher; null for a trace
 * @param parameters values of the query's parameters, by name; null for none
 * @param trace null for a query
 */
public record SavedQuestion(
    String name,
    @Nullable String query,
    @Nullable Map<String, Object> parameters,
    @Nullable TraceBody trace) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,59}");
  private static final int LONGEST = 100_000;

  public SavedQuestion {
    requireName(name);
    if ((query == null) == (trace == null) || (trace != null && parameters != null)) {
      throw new ClewException(
          Reason.USAGE, "What is saved is either a query, with its parameters, or a trace.");
    }
    if (query != null && (query.isBlank() || query.length() > LONGEST)) {
      throw new ClewException(
          Reason.USAGE, "A saved query has a text of 1 to " + LONGEST + " characters.");
    }
    if (trace != null) {
      trace.request();
    }
  }

  /** A query without parameters. */
  public static SavedQuestion query(String name, String cypher) {
    return new SavedQuestion(name, cypher, null, null);
  }

  /** A trace. */
  public static SavedQuestion trace(String name, TraceBody trace) {
    return new SavedQuestion(name, null, null, trace);
  }

  /**
   * The name itself.
   *
   * @throws ClewException USAGE when nothing can have that name
   */
  static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ClewException(
          Reason.USAGE,
          "A name has 1 to 60 letters, digits, dots, hyphens and underscores, and begins with a"
              + " letter or a digit.");
    }
    return name;
  }

  /** The same under another name. */
  public SavedQuestion named(String other) {
    return new SavedQuestion(other, query, parameters, trace);
  }

  /** Itself where it is a query. */
  public SavedQuestion requireQuery() {
    if (query == null) {
      throw new ClewException(
          Reason.USAGE, "'" + name + "' is a trace; 'clew saved " + name + " --run' runs it.");
    }
    return this;
  }

  /** The rows of the query. */
  public QueryResult query(ReadOnlyGate gate, QueryLimits limits) {
    String cypher = requireQuery().query();
    return gate.run(
        cypher == null ? "" : cypher, parameters == null ? Map.of() : parameters, limits);
  }

  /** What it answers now: the document of a query, or of a trace. */
  public Object run(ReadOnlyGate gate, TraceService traces) {
    return trace == null ? query(gate, QueryLimits.DEFAULT) : traces.trace(trace.request());
  }
}
