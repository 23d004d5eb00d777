package org.clew.cypher.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntitiesTest {
  private GraphStore store;
  private Entities entities;

  @BeforeEach
  void someEntities() {
    store = TestGraph.empty();
    store.execute(
        """
        CREATE (:Entity:MediaOutlet {id: 'outlet:ir:press-tv', name: 'Press TV', country: 'IR'}),
               (:Entity:MediaOutlet {id: 'outlet:ru:rt', name: 'RT', country: 'RU'}),
               (:Entity:Domain {id: 'domain:presstv.ir', name: 'presstv.ir'}),
               (:Entity:Account {id: 'account:x:1', name: 'Someone', handle: 'PressTV', platform: 'x'}),
               (:Entity:Source {id: 'source:press', name: 'Press report', title: 'Press report'})
        """,
        Map.of());
    entities = new Entities(store);
  }

  @Test
  void shouldFindWhatIsCalledThatWhateverTheCase() {
    assertThat(ids(called("press tv"))).containsExactly("outlet:ir:press-tv");
    assertThat(ids(called("presstv"))).containsExactly("account:x:1");
    assertThat(ids(called("presstv.ir"))).containsExactly("domain:presstv.ir");
    assertThat(called("press")).isEmpty();
  }

  @Test
  void shouldSearchByBeginningsAndFilter() {
    EntityFilter press = new EntityFilter("press", null, null, null);
    assertThat(ids(hits(press)))
        .containsExactlyInAnyOrder("outlet:ir:press-tv", "domain:presstv.ir", "account:x:1");
    EntityFilter outlets = new EntityFilter("press", EntityKind.MEDIA_OUTLET, null, "ir");
    assertThat(ids(hits(outlets))).containsExactly("outlet:ir:press-tv");
  }

  /** What does not pass the filter must not take the place of what does. */
  @Test
  void shouldFilterBeforeItCuts() {
    EntitySearch atMostOne = new EntitySearch(store, 1);
    for (String id : List.of("outlet:ir:press-tv", "domain:presstv.ir", "account:x:1")) {
      EntityKind kind = new EntityId(id).kind();
      Map<String, Object> conditions = new HashMap<>();
      conditions.put("label", kind.label());
      conditions.put("platform", null);
      conditions.put("state", null);

      SearchResult found =
          atMostOne.search(
              new EntityFilter("press", kind, null, null), conditions, SearchPlace.START, 10);

      assertThat(found.hits()).extracting(hit -> hit.entity().id().value()).containsExactly(id);
      assertThat(found.cut()).isFalse();
    }
    Map<String, Object> none = new HashMap<>();
    List.of("label", "platform", "state").forEach(key -> none.put(key, null));
    SearchResult all =
        atMostOne.search(new EntityFilter("press", null, null, null), none, SearchPlace.START, 10);
    assertThat(all.hits()).hasSizeLessThanOrEqualTo(1);
    assertThat(all.cut()).isTrue();
  }

  @Test
  void shouldListByIdAfterAnId() {
    assertThat(ids(entities.list(EntityFilter.ALL, "domain:", 2)))
        .containsExactly("domain:presstv.ir", "outlet:ir:press-tv");
    EntityFilter onX = new EntityFilter(null, null, "x", null);
    assertThat(ids(entities.list(onX, "", 10))).containsExactly("account:x:1");
  }

  @Property(tries = 200)
  void shouldTakeAnyTextForWords(@ForAll("hostile") String text) {
    Entities any = new Entities(TestGraph.empty());
    assertThat(any.called(List.of(text))).isEmpty();
    assertThat(any.search(new EntityFilter(text, null, null, null), SearchPlace.START, 5).hits())
        .isEmpty();
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> operators =
        Arbitraries.strings()
            .withChars("+-&|!(){}[]^\"~*?:\\/<>= ANDORabc\u202e\u0000")
            .ofMaxLength(60);
    return Arbitraries.oneOf(operators, Arbitraries.strings().ofMaxLength(300));
  }

  private List<EntityView> called(String text) {
    return entities.called(List.of(text)).getOrDefault(text, List.of());
  }

  private List<EntityView> hits(EntityFilter filter) {
    return entities.search(filter, SearchPlace.START, 10).hits().stream()
        .map(SearchResult.Hit::entity)
        .toList();
  }

  private static List<String> ids(List<EntityView> views) {
    return views.stream().map(view -> view.id().value()).toList();
  }
}
