package org.clew.benchmarks.trace;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.clew.api.trace.WarmUp;
import org.clew.benchmarks.graph.BuildGraph;
import org.clew.benchmarks.graph.GraphPlan;
import org.clew.benchmarks.graph.LargeGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.trace.CypherEvidenceGraph;
import org.clew.cypher.trace.EvidenceSnapshots;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.trace.EvidenceGraph;
import org.clew.model.trace.Member;
import org.clew.model.trace.Trace;
import org.clew.model.trace.TraceParameters;
import org.clew.model.trace.TraceParameters.Selection;
import org.clew.model.trace.Tracer;

/**
 * {@code TraceLatency ENTITIES ROUNDS CYPHER}: traces from 50 accounts to 200 outlets over at most
 * six hops, from the database at once, from a snapshot once it is there, for 1,000 clusters in a
 * batch, and by the Cypher a user would write, with {@code CYPHER} 0 without it.
 */
public final class TraceLatency {
  private static final int TOP = 10;
  private static final int HOPS = 6;
  private static final int CLUSTERS = 1_000;
  private static final int CLUSTER_SIZE = 10;
  private static final double BATCH_FLOOR = 0.01;
  private static final double NANOS = 1e9;
  private static final int MAX_WAIT_SECONDS = 300;

  private final Tracer tracer = new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC());
  private final GraphPlan plan;
  private final GraphStore store;
  private final int rounds;
  private SplittableRandom random = new SplittableRandom(1);

  private TraceLatency(GraphPlan plan, GraphStore store, int rounds) {
    this.plan = plan;
    this.store = store;
    this.rounds = rounds;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    GraphPlan plan = new GraphPlan(Integer.parseInt(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    try (GraphStore store = GraphStores.open(BuildGraph.open(plan))) {
      TraceLatency latency = new TraceLatency(plan, store, rounds);
      long start = System.nanoTime();
      WarmUp.of(store);
      latency.print("warm-up", seconds(start, 0));
      EvidenceGraph snapshot = latency.first();
      latency.print("top 10 chains, lazy", latency.timings(latency::lazy, Selection.BEST));
      latency.print("top 10 chains, snapshot", latency.timings(() -> snapshot, Selection.BEST));
      latency.print(
          "best chain for each outlet, snapshot",
          latency.timings(() -> snapshot, Selection.BEST_PER_TARGET));
      latency.compare(snapshot);
      latency.batch(snapshot);
      if (!arguments[2].equals("0")) {
        latency.cypher();
      }
    }
    System.exit(0);
  }

  /** The first answer while a snapshot is being read, and the snapshot. */
  private EvidenceGraph first() throws InterruptedException {
    long start = System.nanoTime();
    EvidenceSnapshots snapshots = new EvidenceSnapshots(store);
    Trace trace = trace(snapshots.graph(), parameters(members(GraphPlan.SUBJECTS), Selection.BEST));
    print("first answer, while the snapshot is read", seconds(start, trace.chains().size()));
    EvidenceGraph graph = snapshots.graph();
    for (int i = 0; i < 10 * MAX_WAIT_SECONDS && graph instanceof CypherEvidenceGraph; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      graph = snapshots.graph();
    }
    if (graph instanceof CypherEvidenceGraph) {
      throw new IllegalStateException("The snapshot does not fit into the heap.");
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    print("snapshot there after", seconds(start, used) + " MB of heap in use");
    return graph;
  }

  private EvidenceGraph lazy() {
    return new CypherEvidenceGraph(store);
  }

  private String timings(Supplier<EvidenceGraph> graph, Selection selection) {
    random = new SplittableRandom(2);
    return Timings.of(
            rounds / 2,
            rounds,
            () ->
                trace(graph.get(), parameters(members(GraphPlan.SUBJECTS), selection)).chains().size())
        .sentence();
  }

  /** Both sources give equal chains. */
  private void compare(EvidenceGraph snapshot) {
    for (int i = 0; i < TOP; i++) {
      TraceParameters parameters = parameters(members(GraphPlan.SUBJECTS), Selection.BEST);
      if (!trace(snapshot, parameters).chains().equals(trace(lazy(), parameters).chains())) {
        throw new IllegalStateException("The snapshot and the database give other chains.");
      }
    }
    print("snapshot against lazy", TOP + " traces equal");
  }

  private void batch(EvidenceGraph snapshot) {
    long start = System.nanoTime();
    long chains = 0;
    for (int i = 0; i < CLUSTERS; i++) {
      TraceParameters parameters =
          parameters(members(CLUSTER_SIZE), Selection.BEST).withFloor(BATCH_FLOOR);
      chains += trace(snapshot, parameters).chains().size();
    }
    print("top 10 chains of 1,000 clusters of 10, snapshot", seconds(start, chains));
  }

  private void cypher() {
    UserCypher cypher = new UserCypher(store);
    List<EntityId> outlets = outlets();
    Function<Integer, List<EntityId>> ids =
        count -> members(count).stream().map(Member::id).toList();
    print(
        "Cypher SHORTEST 1, one pair",
        Timings.of(
                2, 10, () -> cypher.onePair(ids.apply(1).get(0), outlets.get(random.nextInt(GraphPlan.OUTLETS))))
            .sentence());
    print(
        "Cypher SHORTEST 1, all pairs",
        Timings.of(0, 1, () -> cypher.allPairs(ids.apply(GraphPlan.SUBJECTS), outlets))
            .sentence());
    print(
        "Cypher quantified path, all pairs",
        Timings.of(0, 1, () -> cypher.quantified(ids.apply(GraphPlan.SUBJECTS), outlets))
            .sentence());
  }

  private Trace trace(EvidenceGraph graph, TraceParameters parameters) {
    Trace trace = tracer.trace(graph, parameters);
    if (trace.truncated() != null) {
      System.err.println("cut: " + trace.truncated());
    }
    return trace;
  }

  private List<Member> members(int accounts) {
    return random
        .ints(0, plan.tied())
        .distinct()
        .limit(accounts)
        .mapToObj(number -> Member.certain(LargeGraph.account(number)))
        .toList();
  }

  private static List<EntityId> outlets() {
    return IntStream.range(0, GraphPlan.OUTLETS).mapToObj(LargeGraph::outlet).toList();
  }

  private static TraceParameters parameters(List<Member> members, Selection selection) {
    return TraceParameters.of(members, outlets())
        .withTop(TOP)
        .withHops(HOPS)
        .withLeads(0)
        .withSelection(selection);
  }

  private static String seconds(long start, long found) {
    return String.format(
        Locale.ROOT, "%.1f s, %d", (System.nanoTime() - start) / NANOS, found);
  }

  private void print(String what, String figures) {
    System.out.printf(Locale.ROOT, "%,d entities, %s: %s%n", plan.entities(), what, figures);
  }
}
