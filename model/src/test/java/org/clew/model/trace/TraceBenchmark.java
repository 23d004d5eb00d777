package org.clew.model.trace;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.clew.model.trace.TraceParameters.Selection;

/**
 * Prints how long traces over a snapshot take; run by hand, never by the build. A million nodes, a
 * million links of control evidence by default, of which 10⁵ pairs reach p ≥ .5, and hubs of
 * 150,000; 50 accounts to 200 outlets.
 */
public final class TraceBenchmark {
  private static final EntityId SOURCE = EntityId.source("benchmark");
  private static final int OUTLETS = 200;
  private static final int MEMBERS = 50;
  private static final int ROUNDS = 60;

  private final SplittableRandom random = new SplittableRandom(1);
  private final int assets;
  private final int tied;
  private final ArrayEvidenceGraphBuilder builder;

  private TraceBenchmark(double scale) {
    assets = (int) (700_000 * scale);
    tied = (int) (60_000 * scale);
    builder =
        new ArrayEvidenceGraphBuilder(
            1,
            List.of(
                new Source(
                    SOURCE,
                    "b",
                    null,
                    null,
                    Grade.parse("A1"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of())));
  }

  /** The scale may be given: 1 for a million nodes. */
  public static void main(String[] arguments) {
    double scale = arguments.length == 0 ? 1 : Double.parseDouble(arguments[0]);
    TraceBenchmark benchmark = new TraceBenchmark(scale);
    long start = System.nanoTime();
    ArrayEvidenceGraph graph = benchmark.graph(scale);
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "%d links in %.1f s, %d MB in use%n",
        graph.size(),
        (System.nanoTime() - start) / 1e9,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    benchmark.measure(graph, "top 10 chains", Selection.BEST);
    benchmark.measure(graph, "best chain for each outlet", Selection.BEST_PER_TARGET);
  }

  private void measure(EvidenceGraph graph, String what, Selection selection) {
    Tracer tracer = new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC());
    double[] times = new double[ROUNDS];
    long chains = 0;
    for (int round = -ROUNDS / 2; round < ROUNDS; round++) {
      TraceParameters parameters =
          TraceParameters.of(members(), outlets())
              .withTop(10)
              .withHops(6)
              .withLeads(0)
              .withSelection(selection);
      long start = System.nanoTime();
      Trace trace = tracer.trace(graph, parameters);
      if (round >= 0) {
        times[round] = (System.nanoTime() - start) / 1e6;
        chains += trace.chains().size();
      }
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%s: p50 %.0f ms, p95 %.0f ms, %.1f chains%n",
        what,
        times[ROUNDS / 2],
        times[ROUNDS * 95 / 100],
        (double) chains / ROUNDS);
  }

  private List<Member> members() {
    return IntStream.range(0, MEMBERS)
        .mapToObj(i -> Member.certain(asset(random.nextInt(tied))))
        .distinct()
        .toList();
  }

  private static List<EntityId> outlets() {
    return IntStream.range(0, OUTLETS).mapToObj(TraceBenchmark::outlet).toList();
  }

  private ArrayEvidenceGraph graph(double scale) {
    for (int i = 0; i < OUTLETS; i++) {
      link(outlet(i), LinkType.PUBLISHES_ON, EntityId.domain("own" + i + ".example"));
      shared("tracker/ga", "own" + i, asset(random.nextInt(tied)));
      shared("tracker/ga", "own" + i, EntityId.domain("own" + i + ".example"));
    }
    int pairs = (int) (100_000 * scale);
    for (int i = 0; i < pairs; i++) {
      shared("tracker/ga", "p" + i, asset(random.nextInt(tied)));
      shared("tracker/ga", "p" + i, asset(random.nextInt(tied)));
    }
    for (int hub = 0; hub < 2; hub++) {
      for (int i = 0; i < 150_000 * scale; i++) {
        shared("hosting/ip", "hub" + hub, asset(random.nextInt(assets)));
      }
    }
    int weak = (int) (500_000 * scale);
    for (int i = 0; i < weak; i++) {
      int value = (int) (200_000 * scale * Math.pow(random.nextDouble(), 3));
      shared("hosting/name-server", "n" + value, asset(random.nextInt(assets)));
    }
    return builder.build(keys -> keys.stream().map(TraceBenchmark::whole).toList());
  }

  private void shared(String kind, String value, EntityId asset) {
    link(asset, LinkType.USES, EntityId.indicator(kind, value));
  }

  private void link(EntityId from, LinkType type, EntityId to) {
    builder
        .columns()
        .link(
            Link.id(from, type, to, SOURCE),
            from,
            type,
            to,
            SOURCE,
            null,
            null,
            DaySpan.UNKNOWN,
            false);
  }

  private static Link whole(LinkKey key) {
    return new Link(
        key.from(),
        key.type(),
        key.to(),
        SOURCE,
        null,
        null,
        1,
        Basis.OBSERVED,
        null,
        null,
        new ArrayList<>(),
        null);
  }

  private static EntityId asset(int number) {
    return number % 2 == 0
        ? EntityId.account("x", String.valueOf(number))
        : EntityId.domain("d" + number + ".example");
  }

  private static EntityId outlet(int number) {
    return EntityId.outlet("ir", "o" + number);
  }
}
