package org.clew.benchmarks.graph;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clew.cypher.ingest.BulkFacts;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;

/** The facts of a {@link GraphPlan}; the same plan gives the same facts. */
public final class LargeGraph {
  private static final EntityId SOURCE = EntityId.source("benchmark");
  private static final EntityId STATE = EntityId.state("IR");
  private static final PartialDate FIRST = new PartialDate("2018-01-15");
  private static final PartialDate LAST = new PartialDate("2018-08-21");
  private static final int STRIDE = 7_919;

  private final GraphPlan plan;

  /** The graph of a plan. */
  public LargeGraph(GraphPlan plan) {
    this.plan = plan;
  }

  /** What the bulk import takes, made while it is read. */
  public BulkFacts facts() {
    Grade grade = new Grade('B', 2);
    Source source =
        new Source(
            SOURCE, "Benchmark", null, null, grade, null, null, null, null, null, List.of());
    Iterator<Link> links =
        joined(Stream.of(control(), likely(), amplification(), context())).iterator();
    return new BulkFacts(List.of(source), entities().iterator(), links, Map.of());
  }

  /** One of the accounts. */
  public static EntityId account(int number) {
    return EntityId.account("x", "%09d".formatted(number));
  }

  /** One of the domains. */
  public static EntityId domain(int number) {
    return EntityId.domain("d%09d.org".formatted(number));
  }

  /** One of the outlets. */
  public static EntityId outlet(int number) {
    return EntityId.outlet("ir", "o%05d".formatted(number));
  }

  /** The domain of a hub. */
  public EntityId hub(int number) {
    return domain(plan.domains() + number);
  }

  private Stream<StatedEntity> entities() {
    return joined(
            Stream.of(
                all(plan.accounts(), LargeGraph::account),
                all(plan.domains() + GraphPlan.HUBS, LargeGraph::domain),
                all(2, LargeGraph::nameServer),
                all(plan.groups(), LargeGraph::group),
                all(plan.pairs(), LargeGraph::tracker),
                all(GraphPlan.OUTLETS, LargeGraph::outlet),
                Stream.of(STATE)))
        .map(LargeGraph::stated);
  }

  private static Stream<EntityId> all(int count, IntFunction<EntityId> id) {
    return IntStream.range(0, count).mapToObj(id);
  }

  private static StatedEntity stated(EntityId id) {
    Map<String, Object> attributes =
        switch (id.kind()) {
          case ACCOUNT -> Map.of("platform", "x", "handle", "user" + id.local().substring(2));
          case MEDIA_OUTLET -> Map.of("country", "IR", "stateRelation", "state-controlled");
          default -> Map.of();
        };
    return new StatedEntity(
        Entity.of(id, id.local(), attributes), SOURCE, List.of("graph.csv:17"));
  }

  private Stream<Link> control() {
    int domains = plan.domains();
    int weak = plan.entities() - 2 * plan.pairs() - 2 * plan.atHub() - 2 * GraphPlan.OUTLETS;
    return joined(
        Stream.of(
            range(plan.atHub(), i -> link(domain(i), LinkType.USES, nameServer(0))),
            range(plan.atHub(), i -> link(domain(domains - 1 - i), LinkType.USES, nameServer(1))),
            range(weak, this::weak),
            range(
                GraphPlan.OUTLETS,
                i -> link(outlet(i), LinkType.PUBLISHES_ON, ownSite(i))),
            range(GraphPlan.OUTLETS, i -> link(STATE, LinkType.CONTROLS, outlet(i)))));
  }

  private Link weak(int number) {
    int round = number / plan.groups();
    int account = Math.floorMod(number * 13L + round, plan.accounts());
    return link(account(account), LinkType.USES, group(number % plan.groups()));
  }

  /** Any two of the tied assets, whichever they are. */
  private Stream<Link> likely() {
    int assets = 2 * plan.tied();
    return IntStream.range(0, plan.pairs())
        .boxed()
        .flatMap(
            i -> {
              SplittableRandom random = new SplittableRandom(i);
              int first = random.nextInt(assets);
              int second = (first + 1 + random.nextInt(assets - 1)) % assets;
              return Stream.of(
                  link(asset(first), LinkType.USES, tracker(i)),
                  link(asset(second), LinkType.USES, tracker(i)));
            });
  }

  private static EntityId asset(int number) {
    return number % 2 == 0 ? account(number / 2) : domain(number / 2);
  }

  private EntityId ownSite(int outlet) {
    return domain((outlet * 37 + 3) % plan.tied());
  }

  private Stream<Link> amplification() {
    return joined(
        Stream.of(
            range(
                GraphPlan.HUBS * plan.atHub(),
                i -> link(account(i / GraphPlan.HUBS), LinkType.LINKS_TO, hub(i % GraphPlan.HUBS))),
            range(plan.entities(), i -> link(i, LinkType.LINKS_TO, plan.domains(), true)),
            range(
                plan.entities() * 3 / 2,
                i -> link(i, LinkType.AMPLIFIES, plan.accounts(), false))));
  }

  private Stream<Link> context() {
    int mentions =
        4 * plan.entities()
            - GraphPlan.HUBS * plan.atHub()
            - plan.entities()
            - plan.entities() * 3 / 2;
    return range(mentions, i -> link(i, LinkType.MENTIONS, plan.accounts(), false));
  }

  /** The ends of the links of one type lie a stride apart that each round has for itself. */
  private Link link(int number, LinkType type, int targets, boolean domains) {
    int from = number % plan.accounts();
    long stride = 1 + (long) (number / plan.accounts()) * STRIDE;
    int to = Math.floorMod(from + stride, targets);
    return link(account(from), type, domains ? domain(to) : account(to));
  }

  /** One after the other; flat mapping would hold a whole one at a time. */
  private static <T> Stream<T> joined(Stream<Stream<T>> streams) {
    return streams.reduce(Stream.empty(), Stream::concat);
  }

  private static Stream<Link> range(int count, IntFunction<Link> link) {
    return IntStream.range(0, count).mapToObj(link);
  }

  private static EntityId nameServer(int number) {
    return EntityId.indicator("hosting/name-server", "ns" + number);
  }

  private static EntityId group(int number) {
    return EntityId.indicator("profile/bio", "%09d".formatted(number));
  }

  private static EntityId tracker(int number) {
    return EntityId.indicator("tracker/ga", "UA-%09d".formatted(number));
  }

  private static Link link(EntityId from, LinkType type, EntityId to) {
    return new Link(
        from,
        type,
        to,
        SOURCE,
        FIRST,
        LAST,
        1 + Math.floorMod(from.hashCode(), 20),
        Basis.OBSERVED,
        null,
        null,
        List.of("graph.csv:17"),
        null);
  }
}
