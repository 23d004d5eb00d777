package org.clew.benchmarks;

import java.util.List;

/**
 * Clew against what it is measured by, in turn and on the same machine.
 *
 * @param name on the command line
 * @param what is measured, in a few words
 * @param clew main class and arguments of Clew's side
 * @param peer the same of the other side
 * @param peerName what the other side is
 * @param target how many times as fast as the peer Clew must be
 */
record Benchmark(
    String name,
    String what,
    List<String> clew,
    List<String> peer,
    String peerName,
    double target) {
  private static final String WRITE = "org.clew.benchmarks.write.WriteStage";
  private static final String LINKS = "450000";

  static final List<Benchmark> ALL =
      List.of(
          new Benchmark(
              "write-bulk",
              "450,000 links into an empty graph, indexes included",
              List.of(WRITE, "bulk", LINKS),
              List.of(WRITE, "importer", LINKS),
              "Neo4j's importer fed with ready-made CSV",
              0.9),
          new Benchmark(
              "write-incremental",
              "450,000 links into a graph that is open",
              List.of(WRITE, "incremental", LINKS),
              List.of(WRITE, "merge", LINKS),
              "bare UNWIND/MERGE loop",
              0.9));
}
