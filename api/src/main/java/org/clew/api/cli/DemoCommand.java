package org.clew.api.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.attribution.AttributionRequest;
import org.clew.api.attribution.GraphAttributions;
import org.clew.api.http.HttpServer;
import org.clew.api.ingest.DemoCases;
import org.clew.api.ingest.LoadDocument;
import org.clew.api.trace.GraphTraces;
import org.clew.api.trace.TraceDocument;
import org.clew.api.trace.TraceRequest;
import org.clew.api.trace.WarmUp;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphStatus;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.LoadRun;
import org.clew.model.links.Hypothesis;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "Loads the bundled published cases into ./clew-demo, traces them, prints the strongest"
            + " chains, then serves the page until interrupted.")
final class DemoCommand extends GraphCommand {
  /** The day to which the Liberty Front Press picture is drawn: the removals are ten days old. */
  private static final String LFP_AS_OF = "2018-08-31";

  @Option(names = "--no-serve", description = "Ends after the report.")
  private boolean noServe;

  @Option(names = "--port", description = "Port of page and API; 0 for a free one.")
  private int port = 8080;

  @Option(names = "--bolt-port", description = "Port of the embedded Bolt; 0 for a free one.")
  private int boltPort = 7687;

  DemoCommand(CommandContext context) {
    super(context);
  }

  @Override
  Path defaultData() {
    return Path.of("clew-demo");
  }

  @Override
  int boltPort() {
    return noServe ? 0 : boltPort;
  }

  @Override
  boolean makesData() {
    return true;
  }

  @Override
  String change() {
    return "";
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      DemoDocument document = report(store);
      print(document, d -> DemoText.of(d).forEach(this::line));
      context().out().flush();
      if (!noServe) {
        WarmUp.of(store);
        try (HttpServer server =
            HttpServer.start(store, new DataFolder(data()), "127.0.0.1", port)) {
          Serving.untilInterrupted(context(), store, server);
        }
      }
      return DONE;
    }
  }

  private DemoDocument report(GraphStore store) {
    LoadDocument loaded;
    try (LoadProgress progress = new LoadProgress(context().err(), context().stop())) {
      loaded =
          new LoadDocument(
              DemoCases.load(new LoadRun(store, new DataFolder(data()), progress)), false);
    }
    new DataFolder(data()).journal().record(store, "demo", "");
    GraphTraces traces = new GraphTraces(store, new DataFolder(data()));
    List<TraceDocument> found = new ArrayList<>();
    for (String subject :
        List.of("novorosinform.org", "geopolitika.ru", "cluster:case:sputnik-2019")) {
      found.add(traces.trace(request(subject, null)));
    }
    TraceDocument lfp = traces.trace(request("cluster:case:liberty-front-press", LFP_AS_OF));
    TraceDocument pair =
        traces.trace(
            new TraceRequest(
                "geopolitika.ru",
                "katehon.com",
                Hypothesis.CONTROL,
                1,
                1,
                null,
                List.of(),
                List.of(),
                null));
    return new DemoDocument(
        data().toString(),
        loaded,
        GraphStatus.of(store),
        found,
        pair,
        lfp,
        verdict(store),
        DemoPicture.of(store));
  }

  private AttributionDocument verdict(GraphStore store) {
    return new GraphAttributions(store, new DataFolder(data()))
        .attribute(
            new AttributionRequest(
                "cluster:case:liberty-front-press",
                new PartialDate(LFP_AS_OF),
                List.of(),
                List.of(),
                null,
                null,
                null));
  }

  private static TraceRequest request(String from, @Nullable String asOf) {
    return new TraceRequest(
        from,
        TraceRequest.STATE_MEDIA,
        Hypothesis.CONTROL,
        TraceRequest.DEFAULT_HOPS,
        3,
        asOf == null ? null : new PartialDate(asOf),
        List.of(),
        List.of(),
        null);
  }
}
