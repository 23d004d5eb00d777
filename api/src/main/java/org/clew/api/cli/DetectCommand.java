package org.clew.api.cli;

import java.nio.file.Path;
import org.clew.api.coordination.DetectionDocument;
import org.clew.api.coordination.DetectionOptions;
import org.clew.api.coordination.Detections;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.coordination.DetectionRequest;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "detect",
    description =
        "Finds accounts that act together more than chance brings, and the clusters they form.")
final class DetectCommand extends GraphCommand {
  @Mixin private DetectionOptions options = new DetectionOptions();

  @Option(names = "--threads", description = "Changes nothing but the time.")
  private int threads = Math.min(2, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--edges-out",
      paramLabel = "FILE",
      description =
          "Writes every edge found as CSV: from, to, weight, mean_delay_seconds, symmetry, p, q.")
  private @Nullable Path edgesOut;

  @Option(
      names = "--dry-run",
      description = "Writes nothing to the graph and needs none; with --edges-out only edges.")
  private boolean dryRun;

  DetectCommand(CommandContext context) {
    super(context);
  }

  @Override
  boolean makesData() {
    return true;
  }

  @Override
  @Nullable String change() {
    return dryRun ? null : "";
  }

  @Override
  public Integer call() {
    print(detect(options.request()), d -> DetectionText.of(d).forEach(this::line));
    return DONE;
  }

  private DetectionDocument detect(DetectionRequest request) {
    try (DetectProgress progress = new DetectProgress(context().err())) {
      Detections detections =
          new Detections(new DataFolder(data()), Math.max(1, threads), progress);
      if (dryRun) {
        return detections.dryRun(request, edgesOut);
      }
      try (GraphStore store = openGraph()) {
        DataFolder folder = new DataFolder(data());
        return folder.changing(
            () -> {
              DetectionDocument document = detections.run(request, edgesOut, store);
              folder.journal().record(store, "detect", "");
              return document;
            });
      }
    }
  }
}
