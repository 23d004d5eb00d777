package org.clew.api.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The running HTTP server. Its services are the beans of this module; a service that another
 * feature brings is found when its class carries {@code jakarta.inject.Singleton}.
 */
public final class HttpServer implements AutoCloseable {
  private final ApplicationContext context;
  private final URI uri;

  private HttpServer(ApplicationContext context, URI uri) {
    this.context = context;
    this.uri = uri;
  }

  /**
   * Starts the server and returns once it answers.
   *
   * @param store what it serves; the caller closes it, after the server
   * @param data what Clew keeps beside the graph
   * @param bind a loopback address or name
   * @param port 0 for a free one
   * @throws ClewException USAGE when the address is not a loopback one, UNAVAILABLE when the port
   *     is taken
   */
  public static HttpServer start(GraphStore store, DataFolder data, String bind, int port) {
    return start(bind, port, store, data);
  }

  /** Starts with these beans beside those of the module. */
  static HttpServer start(String bind, int port, Object... beans) {
    requireLoopback(bind);
    if (port < 0 || port > 65_535) {
      throw new ClewException(
          Reason.USAGE, "The port is " + port + "; ports run from 0 to 65535, 0 for a free one.");
    }
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .properties(Map.of("micronaut.server.host", bind, "micronaut.server.port", port(port)))
            .singletons(beans)
            .start();
    try {
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      String host = bind.contains(":") && !bind.startsWith("[") ? "[" + bind + "]" : bind;
      return new HttpServer(context, URI.create("http://" + host + ":" + server.getPort()));
    } catch (ServerStartupException e) {
      context.close();
      throw failure(e, bind, port);
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  /** Where it answers, without a slash at the end. */
  public URI uri() {
    return uri;
  }

  /** Stops it; requests that are being answered are given up. */
  @Override
  public void close() {
    context.close();
  }

  private static int port(int port) {
    return port == 0 ? -1 : port;
  }

  private static void requireLoopback(String bind) {
    try {
      if (LocalRequests.answersTo(bind) && InetAddress.getByName(bind).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      throw new ClewException(Reason.USAGE, "'" + bind + "' is not an address of this machine.", e);
    }
    throw new ClewException(
        Reason.USAGE,
        "'"
            + bind
            + "' can be reached from other machines, and there is no access control yet;"
            + " bind to 127.0.0.1.");
  }

  private static ClewException failure(ServerStartupException failure, String bind, int port) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new ClewException(
            Reason.UNAVAILABLE,
            "Port "
                + port
                + " of "
                + bind
                + " cannot be used, most likely because another program has it; choose another"
                + " port, or 0 for a free one.",
            failure);
      }
    }
    return new ClewException(Reason.UNAVAILABLE, "The HTTP server cannot start.", failure);
  }
}
