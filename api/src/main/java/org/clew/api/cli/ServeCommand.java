package org.clew.api.cli;

import org.clew.api.http.HttpServer;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serves the page, the HTTP API and Bolt until interrupted.")
final class ServeCommand extends GraphCommand {
  @Option(names = "--bind", paramLabel = "ADDRESS", description = "A loopback address.")
  private String bind = "127.0.0.1";

  @Option(names = "--port", description = "Port of page and API; 0 for a free one.")
  private int port = 8080;

  @Option(names = "--bolt-port", description = "Port of the embedded Bolt; 0 for a free one.")
  private int boltPort = 7687;

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
    try (GraphStore store = openGraph();
        HttpServer server = HttpServer.start(store, new DataFolder(data()), bind, port)) {
      Serving.untilInterrupted(context(), store, server);
      return DONE;
    }
  }
}
