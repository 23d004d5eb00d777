package org.clew.api.cli;

import java.util.Set;
import org.clew.api.http.HttpServer;
import org.clew.api.http.ServeSettings;
import org.clew.api.trace.WarmUp;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serves the page, the HTTP API and Bolt until interrupted.")
final class ServeCommand extends GraphCommand {
  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to answer at; on any but a loopback one, callers need a key.")
  private String bind = "127.0.0.1";

  @Option(names = "--port", description = "Port of page and API; 0 for a free one.")
  private int port = 8080;

  @Option(names = "--bolt-port", description = "Port of the embedded Bolt; 0 for a free one.")
  private int boltPort = 7687;

  @Option(names = "--require-key", description = "Callers need a key on loopback too.")
  private boolean requireKey;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      arity = "1..*",
      description = "Names under which the server is reached, beside those of loopback and --bind.")
  private Set<String> hosts = Set.of();

  @Option(
      names = "--rate",
      paramLabel = "N",
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description =
          "Requests a second for each key, or each address without one; four seconds' worth may come"
              + " at once. 0 for no limit; where nothing is said, none on loopback and 50 elsewhere.")
  private @Nullable Integer rate;

  ServeCommand(CommandContext context) {
    super(context);
  }

  @Override
  int boltPort() {
    return boltPort;
  }

  @Override
  boolean makesData() {
    return true;
  }

  @Override
  public Integer call() {
    ServeSettings settings = new ServeSettings(bind, port, requireKey, hosts, rate);
    DataFolder folder = new DataFolder(data());
    HttpServer.check(settings, folder);
    try (GraphStore store = openGraph()) {
      WarmUp.of(store);
      try (HttpServer server = HttpServer.start(store, folder, settings)) {
        Serving.untilInterrupted(context(), store, server);
      }
      return DONE;
    }
  }
}
