package org.clew.cypher.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkSearches.Found;
import org.clew.cypher.links.LinkSearches.Place;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.ProfiledPlan;

class LinksTest {
  private static final EntityId HUB = EntityId.domain("hub.org");
  private static final int HUB_LINKS = 6_000;
  private static final String SEEK = "DirectedRelationshipUniqueIndexSeekByRange@neo4j";
  private static GraphStore store;
  private static Links links;

  @BeforeAll
  static void load() {
    store = TestGraph.empty();
    store.execute(
        """
        CREATE (:Entity:Source {id: 'source:a', title: 'A', grade: 'B2'})
        CREATE (hub:Entity:Domain {id: 'domain:hub.org', name: 'hub.org'})
        CREATE (other:Entity:Domain {id: 'domain:other.org', name: 'other.org'})
        WITH hub, other
        UNWIND range(0, 5999) AS i
        CREATE (a:Entity:Account {id: 'account:x:' + i, name: 'A' + i})
        CREATE (a)-[:LINKS_TO {id: randomUUID(), source: 'source:a', count: 1 + i % 3,
                               firstSeen: '2018-0' + (1 + i % 9), lastSeen: '2018-0' + (1 + i % 9)}]->(hub)
        FOREACH (x IN CASE WHEN i % 5 = 0 THEN [1] ELSE [] END |
          CREATE (a)-[:LINKS_TO {id: randomUUID(), source: 'source:a', count: 1}]->(other)
          CREATE (hub)-[:MENTIONS {id: randomUUID(), source: 'source:a', count: 1}]->(a))
        """,
        Map.of());
    store.execute(
        """
        MATCH (a:Account {id: 'account:x:1'}), (b:Account {id: 'account:x:2'})
        CREATE (a)-[:AMPLIFIES {id: 'ab', source: 'source:a', count: 2}]->(b),
               (b)-[:AMPLIFIES {id: 'ba', source: 'source:a', count: 2}]->(a),
               (a)-[:AMPLIFIES {id: 'aa', source: 'source:a', count: 2}]->(a)
        """,
        Map.of());
    links = new Links(store);
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void shouldReadAHubPageByPageWithoutGapOrRepetition(Direction direction) {
    LinkFilter filter = direction.filter(HUB, Set.of(), null, null, 0);
    List<LinkView> paged = new ArrayList<>();
    Links.Position position = Links.Position.start();
    List<LinkView> page;
    do {
      page = links.list(filter, position, 700);
      paged.addAll(page);
      position = page.isEmpty() ? position : position(page.get(page.size() - 1));
    } while (page.size() == 700);
    assertThat(paged)
        .isSortedAccordingTo(
            Comparator.comparing((LinkView link) -> link.type().name()).thenComparing(LinkView::id))
        .hasSize(expected(direction))
        .doesNotHaveDuplicates();
  }

  private static int expected(Direction direction) {
    return switch (direction) {
      case OUT -> HUB_LINKS / 5;
      case IN -> HUB_LINKS;
      case BOTH -> HUB_LINKS + HUB_LINKS / 5;
    };
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void shouldFindByTheIndexWhatExpandingFinds(Direction direction) {
    LinkFilter filter = direction.filter(HUB, Set.of(), null, null, 0);
    LinkQueries queries = new LinkQueries(store, filter);
    LinkType type = direction == Direction.OUT ? LinkType.MENTIONS : LinkType.LINKS_TO;
    Links.Position middle = new Links.Position(type, "7");
    assertThat(queries.walk(type, middle, 50))
        .hasSize(50)
        .isEqualTo(queries.expand(List.of(type), middle, 50));
  }

  @Test
  void shouldReadAPageOfAHubFromTheIndex() {
    LinkFilter filter = Direction.IN.filter(HUB, Set.of(), null, null, 0);
    LinkQueries queries = new LinkQueries(store, filter);
    assertThat(queries.isQuickerByIndex(LinkType.LINKS_TO, HUB_LINKS, 100)).isTrue();
    assertThat(queries.isQuickerByIndex(LinkType.LINKS_TO, 50, 100)).isFalse();
    ProfiledPlan plan = profile(queries, List.of(LinkType.LINKS_TO), 100);
    assertThat(operators(plan)).contains(SEEK).noneMatch(name -> name.contains("Scan"));
    assertThat(rowsOf(plan, SEEK)).isLessThan(300);
  }

  @Test
  void shouldGoOnFromAPlaceWhoseLinkIsGone() {
    LinkFilter filter = Direction.OUT.filter(EntityId.account("x", "1"), Set.of(), null, null, 0);
    Links.Position between = new Links.Position(LinkType.AMPLIFIES, "aab");
    assertThat(links.list(filter, between, 10).get(0).id()).isEqualTo("ab");
  }

  @Test
  void shouldKeepToDatesAndCountsAtAHub() {
    PartialDate march = new PartialDate("2018-03");
    LinkFilter filter = Direction.IN.filter(HUB, Set.of(LinkType.LINKS_TO), march, march, 3);
    assertThat(links.list(filter, Links.Position.start(), 1_000))
        .isNotEmpty()
        .allMatch(link -> link.count() >= 3 && "2018-03".equals(link.firstSeen()));
  }

  @Test
  void shouldFindALinkOfAnyTypeById() {
    assertThat(links.find("ba").orElseThrow().from()).isEqualTo(EntityId.account("x", "2"));
    assertThat(links.find("nothing")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void shouldSearchForManyEntitiesAtOnceInAStableOrder(Direction direction) {
    Set<EntityId> some = new TreeSet<>(Set.of(HUB));
    for (int i = 0; i < 1_000; i++) {
      some.add(EntityId.account("x", Integer.toString(i)));
    }
    LinkSearch search = LinkSearch.of(some, Set.of(), direction, Set.of(), null, null, 0);
    List<Found> all = visit(search, null, Integer.MAX_VALUE);
    assertThat(all)
        .extracting(found -> found.link().id())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            store.read(
                """
                MATCH (from:Entity)-[r]->(to:Entity)
                WHERE ($direction <> 'IN' AND from.id IN $ids)
                   OR ($direction <> 'OUT' AND to.id IN $ids)
                RETURN r.id AS id
                """,
                Map.of(
                    "direction", direction.name(),
                    "ids", some.stream().map(EntityId::value).toList()),
                row -> row.get("id").asString()));
    Place place = null;
    List<Found> byPage = new ArrayList<>();
    List<Found> page;
    do {
      page = visit(search, place, 997);
      byPage.addAll(page);
      place = page.isEmpty() ? place : page.get(page.size() - 1).place();
    } while (!page.isEmpty());
    assertThat(byPage).isEqualTo(all);
  }

  @Test
  void shouldSearchForLinksBetweenTwoSets() {
    EntityId one = EntityId.account("x", "1");
    EntityId two = EntityId.account("x", "2");
    assertThat(between(Set.of(HUB), Set.of(one, two), Direction.IN)).isEqualTo(2);
    assertThat(between(Set.of(HUB), Set.of(one, two), Direction.OUT)).isZero();
    assertThat(between(Set.of(one, two), Set.of(one, two), Direction.BOTH)).isEqualTo(3);
    assertThat(between(Set.of(one, two), Set.of(one), Direction.OUT)).isEqualTo(2);
    assertThat(between(Set.of(EntityId.domain("nobody.org")), Set.of(), Direction.BOTH)).isZero();
  }

  private static int between(Set<EntityId> some, Set<EntityId> others, Direction direction) {
    return visit(
            LinkSearch.of(some, others, direction, Set.of(), null, null, 0),
            null,
            Integer.MAX_VALUE)
        .size();
  }

  private static List<Found> visit(LinkSearch search, Place after, int most) {
    List<Found> found = new ArrayList<>();
    new LinkSearches(store)
        .visit(
            search,
            after,
            link -> {
              found.add(link);
              return found.size() < most;
            });
    return found;
  }

  private static ProfiledPlan profile(LinkQueries queries, List<LinkType> types, int limit) {
    String query = LinkQueries.typed("PROFILE " + queries.walking() + Links.COLUMNS, types);
    try (Session session = store.driver().session()) {
      return session
          .run(query, queries.parameters(types, Links.Position.start(), limit))
          .consume()
          .profile();
    }
  }

  private static Links.Position position(LinkView link) {
    return new Links.Position(link.type(), link.id());
  }

  private static List<String> operators(ProfiledPlan plan) {
    List<String> operators = new ArrayList<>(List.of(plan.operatorType()));
    plan.children().forEach(child -> operators.addAll(operators(child)));
    return operators;
  }

  private static long rowsOf(ProfiledPlan plan, String operator) {
    return (plan.operatorType().equals(operator) ? plan.records() : 0)
        + plan.children().stream().mapToLong(child -> rowsOf(child, operator)).sum();
  }
}
