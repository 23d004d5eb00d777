package org.clew.api.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.BindException;
import java.net.URI;
import java.util.List;
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
   * @throws ClewException USAGE when callers need a key and there is none, UNAVAILABLE when the
   *     port is taken
   */
  public static HttpServer start(GraphStore store, DataFolder data, ServeSettings settings) {
    check(settings, data);
    return start(settings, store, data);
  }

  /**
   * Starts the server for the single user of this machine.
   *
   * @param bind a loopback address or name
   * @param port 0 for a free one
   * @throws ClewException as the general one does
   */
  public static HttpServer start(GraphStore store, DataFolder data, String bind, int port) {
    return start(store, data, ServeSettings.local(bind, port));
  }

  /** For the single user of this machine, with these beans beside those of the module. */
  static HttpServer start(String bind, int port, Object... beans) {
    return start(ServeSettings.local(bind, port), beans);
  }

  /** Starts with these beans beside those of the module. */
  static HttpServer start(ServeSettings settings, Object... beans) {
    String bind = settings.bind();
    int port = settings.port();
    AllowedHosts hosts = AllowedHosts.of(settings);
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .properties(Map.of("micronaut.server.host", bind, "micronaut.server.port", port(port)))
            .singletons(settings, hosts)
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

  /** All routes it has, those of the framework's endpoints too. */
  List<UriRouteInfo<?, ?>> routes() {
    return context.getBean(Router.class).uriRoutes().toList();
  }

  /** Stops it; requests that are being answered are given up. */
  @Override
  public void close() {
    context.close();
  }

  private static int port(int port) {
    return port == 0 ? -1 : port;
  }

  /**
   * Whether a server could be started so: cheap, so that nobody waits for a database first.
   *
   * @throws ClewException USAGE when callers need a key and there is no valid one
   */
  public static void check(ServeSettings settings, DataFolder data) {
    AllowedHosts.of(settings);
    if (settings.demandsKeys() && !data.keys().hasValidKey()) {
      throw new ClewException(
          Reason.USAGE,
          (settings.isLoopback()
                  ? "Callers need a key, and there is no valid one"
                  : "'"
                      + settings.bind()
                      + "' can be reached from other machines, so that callers need a key, and"
                      + " there is no valid one")
              + "; make one with 'clew keys create --role admin', or bind to 127.0.0.1 without"
              + " --require-key.");
    }
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
