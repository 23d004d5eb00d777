package org.clew.cypher.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clew.cypher.TestGraph;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.links.LinkFilter;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.links.Links;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.GraphStatus;
import org.clew.cypher.source.GraphVersion;
import org.clew.model.ClewException;
import org.clew.model.claim.Claim;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.TransactionContext;

class GraphWriterTest {
  private static final EntityId SITE = EntityId.domain("example.org");
  private static final EntityId OTHER = EntityId.domain("example.net");
  private static final EntityId TRACKER = EntityId.indicator("tracker/ga", "UA-1");
  private static final EntityId GOOD = EntityId.source("good");
  private static final EntityId POOR = EntityId.source("poor");

  private GraphStore store;
  private GraphWriter writer;

  @BeforeEach
  void emptyGraph() {
    store = TestGraph.empty();
    writer = writerOf(store);
  }

  GraphWriter writerOf(GraphStore graph) {
    return GraphWriter.of(graph);
  }

  @Test
  void shouldWriteEntitiesLinksAndSources() {
    writer.write(facts(GOOD, "A1", "Example"), "key", GraphWriter.Progress.NONE);

    GraphStatus status = GraphStatus.of(store);
    assertThat(status.entities())
        .containsExactlyInAnyOrderEntriesOf(Map.of("Domain", 2L, "Indicator", 1L));
    assertThat(status.links()).containsExactlyEntriesOf(Map.of("USES", 2L));
    assertThat(status.sources()).isEqualTo(1);
    LinkView link = links().get(0);
    assertThat(link.grade()).isEqualTo("A1");
    assertThat(link.evidence()).containsExactly("file.csv:2");
    assertThat(writer.isComplete("key")).isTrue();
  }

  @Test
  void shouldChangeNothingWhenWrittenAgain() {
    Facts facts = facts(GOOD, "A1", "Example");
    writer.write(facts, "key", GraphWriter.Progress.NONE);
    List<LinkView> before = links();
    writer.write(facts, "key", GraphWriter.Progress.NONE);

    assertThat(links()).isEqualTo(before);
    assertThat(GraphStatus.of(store).links()).containsExactlyEntriesOf(Map.of("USES", 2L));
  }

  @Test
  void shouldShowTheNameOfTheBetterGradedSourceInAnyOrder() {
    writer.write(facts(GOOD, "A1", "Good name"), "1", GraphWriter.Progress.NONE);
    writer.write(facts(POOR, "E5", "Poor name"), "2", GraphWriter.Progress.NONE);
    assertThat(new Entities(store).find(SITE).orElseThrow().name()).isEqualTo("Good name");

    TestGraph.empty();
    writer.write(facts(POOR, "E5", "Poor name"), "2", GraphWriter.Progress.NONE);
    writer.write(facts(GOOD, "A1", "Good name"), "1", GraphWriter.Progress.NONE);
    assertThat(new Entities(store).find(SITE).orElseThrow().name()).isEqualTo("Good name");
  }

  @Test
  void shouldKeepWhatASourceSaysWhenAnotherOfItsFilesOnlyMentionsTheEntity() {
    writer.write(facts(GOOD, "A1", "Example"), "1", GraphWriter.Progress.NONE);
    Entity mention = Entity.of(SITE, SITE.local(), Map.of("registrableDomain", "example.org"));
    writer.write(
        new Facts(
            List.of(source(GOOD, "A1")),
            List.of(new StatedEntity(mention, GOOD, List.of())),
            List.of()),
        "2",
        GraphWriter.Progress.NONE);

    assertThat(new Entities(store).find(SITE).orElseThrow().name()).isEqualTo("Example");
  }

  @Test
  void shouldTakeBackWhatOneSourceSaidAndNothingElse() {
    writer.write(facts(POOR, "E5", "Poor name"), "2", GraphWriter.Progress.NONE);
    List<LinkView> before = links();
    writer.write(facts(GOOD, "A1", "Good name"), "1", GraphWriter.Progress.NONE);
    EntityId only = EntityId.domain("only.example");
    List<StatedEntity> more = new ArrayList<>();
    more.add(new StatedEntity(Entity.of(only, "Only"), GOOD, List.of()));
    writer.write(
        new Facts(List.of(source(GOOD, "A1")), more, List.of()), "3", GraphWriter.Progress.NONE);

    Map<String, Long> removed = writer.unload(GOOD);

    assertThat(removed).containsEntry("links", 2L).containsEntry("entities", 1L);
    assertThat(links()).isEqualTo(before);
    assertThat(new Entities(store).find(only)).isEmpty();
    assertThat(new Entities(store).find(SITE).orElseThrow().name()).isEqualTo("Poor name");
    assertThat(writer.isComplete("1")).isFalse();
    assertThat(writer.isComplete("2")).isTrue();
  }

  @Test
  void shouldDescribeAnEntityAgainThatTheSameFactsDescribeTwice() {
    Facts good = facts(GOOD, "A1", "Good name");
    Facts poor = facts(POOR, "E5", "Poor name");
    List<StatedEntity> entities = new ArrayList<>(good.entities());
    entities.addAll(poor.entities());
    List<Source> sources = List.of(source(GOOD, "A1"), source(POOR, "E5"));
    writer.write(new Facts(sources, entities, good.links()), "1", GraphWriter.Progress.NONE);
    writer.write(new Facts(sources, entities, poor.links()), "2", GraphWriter.Progress.NONE);

    assertThat(new Entities(store).find(SITE).orElseThrow().name()).isEqualTo("Good name");
    assertThat(new Entities(store).statements(SITE, 10)).hasSize(2);
    assertThat(links()).hasSize(4);
  }

  @Test
  void shouldKeepWhatAnAnalystDecidedWhenTheSourceSaysItAgain() {
    Link claim = Link.of(SITE, LinkType.SAME_AS, OTHER, GOOD, Basis.REPORTED, "file.csv:4");
    Facts facts = facts(GOOD, "A1", "Example");
    Facts claiming = new Facts(facts.sources(), facts.entities(), List.of(claim));
    writer.write(claiming, "1", GraphWriter.Progress.NONE);
    new Claims(store).decide(claim.id(), Claim.Status.REJECTED);
    writer.write(claiming, "2", GraphWriter.Progress.NONE);

    assertThat(links().get(0).status()).isEqualTo("rejected");
  }

  @Test
  void shouldRefuseToUnloadAnUnknownSource() {
    assertThatThrownBy(() -> writer.unload(EntityId.source("nobody")))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("no source 'source:nobody'");
  }

  @Test
  void shouldNotDropARowWhoseSourceIsMissing() {
    Facts facts = facts(GOOD, "A1", "Example");
    Facts withoutSource = new Facts(List.of(), facts.entities(), facts.links());
    assertThatThrownBy(() -> writer.write(withoutSource, "key", GraphWriter.Progress.NONE))
        .isInstanceOf(ClewException.class)
        .hasMessageMatching("Only 0 of [12] rows could be written: .*");
  }

  @Test
  void shouldWriteManyBatchesAndTheSameAgain() {
    Facts facts = manyLinks(FactBatches.ROWS + 1);
    List<Long> committed = new ArrayList<>();
    long before = GraphVersion.of(store);
    writer.write(facts, "1", (written, total) -> committed.add(written));

    assertThat(GraphVersion.of(store)).isEqualTo(before + committed.size() + 1);

    writer.write(facts, "2", GraphWriter.Progress.NONE);

    assertThat(committed).isSorted().endsWith(allOf(facts));
    assertThat(GraphStatus.of(store).links())
        .containsExactlyEntriesOf(Map.of("LINKS_TO", (long) facts.links().size()));
  }

  @Test
  void shouldLeaveNothingUnderWayWhenABatchFails() {
    Facts facts = manyLinks(3 * FactBatches.ROWS);
    List<Link> dangling = new ArrayList<>(facts.links());
    EntityId nobody = EntityId.domain("a-nobody.example");
    dangling.add(Link.of(nobody, LinkType.LINKS_TO, OTHER, GOOD, Basis.OBSERVED, "file.csv:1"));
    Facts broken = new Facts(facts.sources(), facts.entities(), dangling);

    assertThatThrownBy(() -> writer.write(broken, "1", GraphWriter.Progress.NONE))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("rows could be written");
    Map<String, Long> left = GraphStatus.of(store).links();
    assertThat(left.getOrDefault("LINKS_TO", 0L)).isLessThanOrEqualTo(2L * FactBatches.ROWS);
    assertThat(writer.isComplete("1")).isFalse();
  }

  @Test
  void shouldBeginNoBatchAfterTheLoadWasStopped() {
    Facts facts = manyLinks(3 * FactBatches.ROWS);
    long first = allOf(facts) - facts.links().size() + 1;
    ClewException stop = new ClewException(ClewException.Reason.UNAVAILABLE, "stopped");

    assertThatThrownBy(
            () ->
                writer.write(
                    facts,
                    "1",
                    (written, total) -> {
                      if (written >= first) {
                        throw stop;
                      }
                    }))
        .isSameAs(stop);
    assertThat(GraphStatus.of(store).links().get("LINKS_TO"))
        .isBetween((long) FactBatches.ROWS, 2L * FactBatches.ROWS);
  }

  /** Links between the same few entities, which all transactions touch. */
  private static Facts manyLinks(int count) {
    Map<String, StatedEntity> entities = new TreeMap<>();
    Map<String, Link> links = new TreeMap<>();
    for (int number = 0; number < count; number++) {
      EntityId from = EntityId.domain("from-" + number / 200 + ".example");
      EntityId to = EntityId.domain("to-" + number % 200 + ".example");
      Link link = Link.of(from, LinkType.LINKS_TO, to, GOOD, Basis.OBSERVED, "file.csv:2");
      links.put(link.id(), link);
      for (EntityId end : List.of(from, to)) {
        Entity entity = Entity.of(end, end.local());
        entities.put(end.value(), new StatedEntity(entity, GOOD, List.of("file.csv:2")));
      }
    }
    return new Facts(
        List.of(source(GOOD, "A1")), List.copyOf(entities.values()), List.copyOf(links.values()));
  }

  private static long allOf(Facts facts) {
    return (long) facts.sources().size() + facts.entities().size() + facts.links().size();
  }

  @Test
  @Timeout(60)
  void shouldShowTheBetterGradedSourceWhenTwoWriteAtOnce() throws Exception {
    writer.write(facts(EntityId.source("first"), "F6", "Name"), "1", GraphWriter.Progress.NONE);
    List<Source> sources = List.of(source(GOOD, "A1"), source(POOR, "E5"));
    writer.write(new Facts(sources, List.of(), List.of()), "2", GraphWriter.Progress.NONE);

    Facts poor = facts(POOR, "E5", "Poor name");
    whileGoodIsWritten(
        () -> {
          writer.write(poor, "3", GraphWriter.Progress.NONE);
          return poor;
        });

    assertThat(new Entities(store).find(SITE).orElseThrow().name()).isEqualTo("Good name");
    assertThat(new Entities(store).statements(SITE, 10)).hasSize(3);
  }

  @Test
  @Timeout(60)
  void shouldKeepWhatIsSaidOfAnEntityWhileAnotherSourcesStatementIsForgotten() throws Exception {
    EntityId first = EntityId.source("first");
    writer.write(facts(first, "F6", "Name"), "1", GraphWriter.Progress.NONE);
    List<Source> sources = List.of(source(GOOD, "A1"));
    writer.write(new Facts(sources, List.of(), List.of()), "2", GraphWriter.Progress.NONE);

    Map<String, Object> site =
        Map.of("ids", List.of(SITE.value()), GraphSchema.SOURCE, first.value());
    whileGoodIsWritten(
        () -> store.write(tx -> tx.run(WriteQueries.FORGET_STATEMENTS, site).consume()));

    assertThat(new Entities(store).find(SITE).orElseThrow().name()).isEqualTo("Good name");
    assertThat(new Entities(store).statements(SITE, 10)).hasSize(1);
  }

  @Test
  @Timeout(60)
  void shouldKeepWhatIsSaidOfAnEntityWhileAnotherSourceIsTakenBack() throws Exception {
    EntityId first = EntityId.source("first");
    writer.write(facts(first, "F6", "Name"), "1", GraphWriter.Progress.NONE);
    List<Source> sources = List.of(source(GOOD, "A1"));
    writer.write(new Facts(sources, List.of(), List.of()), "2", GraphWriter.Progress.NONE);

    whileGoodIsWritten(() -> writer.unload(first));

    assertThat(new Entities(store).find(SITE).orElseThrow().name()).isEqualTo("Good name");
    assertThat(new Entities(store).statements(SITE, 10)).hasSize(1);
  }

  /** The other writer begins when the good name is written and not committed, and has to wait. */
  private void whileGoodIsWritten(Callable<?> other) throws Exception {
    FutureTask<?> beside = new FutureTask<>(other);
    store.write(
        tx -> {
          long written = name(tx, GOOD, "Good name");
          new Thread(beside, "beside").start();
          while (!isAnyBlocked() && !beside.isDone()) {
            Thread.onSpinWait();
          }
          return written;
        });
    beside.get(1, TimeUnit.MINUTES);
  }

  private static long name(TransactionContext tx, EntityId source, String name) {
    StatedEntity stated = new StatedEntity(Entity.of(SITE, name), source, List.of("file.csv:2"));
    return CypherBatchWriter.entities(tx, EntityKind.DOMAIN, List.of(stated));
  }

  /** Whether a transaction waits for a lock; the database lists those alone that run a query. */
  private static boolean isAnyBlocked() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Stream::of)
        .anyMatch(
            frame ->
                frame.getClassName().endsWith(".ForsetiClient")
                    && frame.getMethodName().startsWith("waitFor"));
  }

  private List<LinkView> links() {
    return new Links(store).list(LinkFilter.ALL, Links.Position.start(), 100);
  }

  private static Facts facts(EntityId source, String grade, String name) {
    List<StatedEntity> entities =
        List.of(
            new StatedEntity(Entity.of(SITE, name), source, List.of("file.csv:2")),
            new StatedEntity(Entity.of(OTHER, "Other"), source, List.of("file.csv:3")),
            new StatedEntity(Entity.of(TRACKER, "UA-1"), source, List.of("file.csv:2")));
    List<Link> links =
        List.of(
            Link.of(SITE, LinkType.USES, TRACKER, source, Basis.OBSERVED, "file.csv:2"),
            Link.of(OTHER, LinkType.USES, TRACKER, source, Basis.OBSERVED, "file.csv:2"));
    return new Facts(List.of(source(source, grade)), entities, links);
  }

  private static Source source(EntityId id, String grade) {
    return new Source(
        id, id.local(), null, null, Grade.parse(grade), null, null, null, null, null, List.of());
  }
}
