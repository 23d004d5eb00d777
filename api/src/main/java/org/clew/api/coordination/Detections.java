package org.clew.api.coordination;

import java.nio.file.Path;
import org.clew.cypher.coordination.DetectionRuns;
import org.clew.cypher.coordination.RunFacts;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.coordination.Detection;
import org.clew.loader.coordination.DetectionProgress;
import org.clew.loader.coordination.DetectionRequest;
import org.clew.loader.coordination.DetectionResult;
import org.clew.loader.coordination.EdgeCsv;
import org.clew.loader.coordination.RunFactsBuilder;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.KeptRuns;
import org.clew.loader.observation.ObservationLog;
import org.jspecify.annotations.Nullable;

/** Detects coordination, from a request to a document. */
public final class Detections {
  private final DataFolder data;
  private final ObservationLog log;
  private final int threads;
  private final DetectionProgress progress;

  /**
   * The detections in a data folder's log.
   *
   * @param threads how many threads to use; the answer is the same for any number
   */
  public Detections(DataFolder data, int threads, DetectionProgress progress) {
    this.data = data;
    this.log = data.log();
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Detects without a graph.
   *
   * @param edgesFile where every edge goes; then there are no clusters in the answer, which would
   *     take longer to find. Null for clusters instead
   */
  public DetectionDocument dryRun(DetectionRequest request, @Nullable Path edgesFile) {
    if (edgesFile == null) {
      return DetectionDocuments.of(
          Detection.run(log, request, threads, progress), false, false, null);
    }
    DetectionResult result = Detection.edges(log, request, threads, progress);
    EdgeCsv.write(result, edgesFile);
    return DetectionDocuments.of(result, false, false, edgesFile);
  }

  /**
   * Detects and writes the run to the graph; doing it again changes nothing.
   *
   * @param edgesFile where every edge goes as well; null for nowhere
   */
  public DetectionDocument run(
      DetectionRequest request, @Nullable Path edgesFile, GraphStore store) {
    DetectionResult result = Detection.run(log, request, threads, progress);
    if (edgesFile != null) {
      EdgeCsv.write(result, edgesFile);
    }
    DetectionRuns runs = new DetectionRuns(store);
    RunFacts facts = RunFactsBuilder.of(result, log, runs::undescribed);
    GraphWriter.Progress writing =
        (written, total) -> progress.report("writing", (int) written, (int) total);
    return DetectionDocuments.of(
        result, true, new KeptRuns(store, data).write(facts, writing), edgesFile);
  }
}
