package org.clew.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Clew against what it is measured by, in turn and on the same machine.
 *
 * @param name on the command line
 * @param what is measured, in a few words
 * @param prepare main class and arguments of what is run before, unmeasured; empty for nothing
 * @param clew main class and arguments of Clew's side
 * @param peer the same of the other side
 * @param peerName what the other side is
 * @param target what is asked of Clew
 */
record Benchmark(
    String name,
    String what,
    List<String> prepare,
    List<String> clew,
    List<String> peer,
    String peerName,
    String target) {
  private static final String WRITE = "org.clew.benchmarks.write.WriteStage";
  private static final String LOAD = "org.clew.benchmarks.load.LoadArchive";
  private static final String DETECT = "org.clew.benchmarks.detect.DetectEdges";
  private static final String GRAPH = "org.clew.benchmarks.graph.BuildGraph";
  private static final String EXPORT = "org.clew.benchmarks.http.ExportStream";
  private static final String LINKS = "450000";

  private static final Map<String, String> INTO =
      Map.of(
          "bulk", "graph",
          "merged", "a graph that holds a campaign of 100,000",
          "incremental", "a graph that is open");

  static final List<Benchmark> ALL =
      List.of(
          write("write-bulk", "bulk", "an empty graph, indexes included", "importer",
              "Neo4j's importer fed with ready-made CSV"),
          write("write-incremental", "incremental", "a graph that is open", "merge",
              "bare UNWIND/MERGE loop"),
          export("export-stream", 1_000_000),
          load("load-bulk", "bulk", 2_500_000, "35 s, 2048 MB"),
          load("load-merged", "merged", 2_500_000, "60 s, 2048 MB"),
          load("load-incremental", "incremental", 2_500_000, "60 s, 2048 MB"),
          grown("load-grown", 10_000_000),
          load("load-bulk-100k", "bulk", 100_000, "rows/s as at 10⁷ within 20 %"),
          load("load-bulk-1m", "bulk", 1_000_000, "rows/s as at 10⁵ within 20 %"),
          load("load-bulk-10m", "bulk", 10_000_000, "rows/s as at 10⁵ within 20 %"),
          detect("detect-url-60", "warm", 2_400_000, "url", "artifacts", 60, "1 s"),
          detect("detect-url-3600", "warm", 2_400_000, "url", "artifacts", 3_600, "2 s"),
          detect("detect-url-pairs-3600", "warm", 2_400_000, "url", "pairs", 3_600, "2 s"),
          detect("detect-hashtag-3600", "warm", 2_400_000, "hashtag", "artifacts", 3_600, "3 s"),
          detect("detect-significance", "significance", 2_400_000, "url", "artifacts", 60, "40 s"),
          detect("detect-url-100k", "warm", 100_000, "url", "artifacts", 60, "flat a row"),
          detect("detect-url-10m", "warm", 10_000_000, "url", "artifacts", 60, "flat a row"));

  private static Benchmark detect(
      String name, String how, int rows, String signal, String mode, long window, String target) {
    String count = Integer.toString(rows);
    List<String> data = List.of(count, signal, mode, Long.toString(window));
    return new Benchmark(
        name,
        "%,d URL observations (or a million hashtags): %s by %s within %d s, from the log, %s"
            .formatted(rows, signal, mode, window, how),
        with("prepare", data),
        with(how, data),
        with("floor", data),
        "floor: sorting the same rows in memory and counting the pairs",
        target);
  }

  private static List<String> with(String what, List<String> data) {
    List<String> command = new ArrayList<>(List.of(DETECT, what));
    command.addAll(data);
    return command;
  }

  private static Benchmark write(
      String name, String way, String where, String peer, String peerName) {
    return new Benchmark(
        name,
        "450,000 links into " + where,
        List.of(),
        List.of(WRITE, way, LINKS),
        List.of(WRITE, peer, LINKS),
        peerName,
        "ratio 0.9");
  }

  private static Benchmark export(String name, int entities) {
    String count = Integer.toString(entities);
    return new Benchmark(
        name,
        "the whole graph of %,d entities, %,d links, over HTTP as JSON, by a started server"
            .formatted(entities, 5 * entities),
        List.of(GRAPH, count),
        List.of(EXPORT, "http", count),
        List.of(EXPORT, "driver", count),
        "the same rows from the driver in the same order, unwritten",
        "ratio 0.8 of the rate");
  }

  private static Benchmark grown(String name, long posts) {
    String count = Long.toString(posts);
    return new Benchmark(
        name,
        "%,d posts into log and an open graph that holds nine times as many"
            .formatted(posts / 10),
        List.of(LOAD, "prepare-grown", count),
        List.of(LOAD, "grown", count),
        List.of(LOAD, "young", count),
        "the same into one of 100,000",
        "ratio 0.8");
  }

  private static Benchmark load(String name, String way, long posts, String target) {
    String count = Long.toString(posts);
    return new Benchmark(
        name,
        "%,d posts into log and %s, with the start of the process".formatted(posts, INTO.get(way)),
        List.of(LOAD, way.equals("merged") ? "prepare-merged" : "prepare", count),
        List.of(LOAD, way, count),
        List.of(LOAD, "floor", count),
        "floor: reading and splitting the same bytes",
        target);
  }
}
