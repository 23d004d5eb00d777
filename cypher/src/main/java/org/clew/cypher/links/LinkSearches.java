package org.clew.cypher.links;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the links of many entities, in the order of the entities, then of type and link id. It
 * reads piece by piece, and between two pieces no transaction is open, so that a visitor may take
 * its time.
 */
public final class LinkSearches {
  /** So many links are held at a time, and those of one entity beyond it are read in pages. */
  private static final long PIECE = 5_000;

  private static final int PAGE = 1_000;

  private static final String DEGREES =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})
      RETURN id, COUNT { (e)«in»-[:«types»]-«out»() } AS degree ORDER BY id
      """;

  private static final String OF_ENTITIES =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})«in»-[r:«types»]-«out»(other:Entity)
      WHERE ($any OR other.id IN $others) AND
      """;

  private static final String OF_HUB =
      """
      MATCH (e:Entity {id: $ids[0]})
      UNWIND $others AS id
      MATCH (other:Entity {id: id})
      MATCH (e)«in»-[r:«types»]-«out»(other) WHERE
      """;

  private static final String ENDS =
      """
      WITH DISTINCT e.id AS entity, r, startNode(r) AS from, endNode(r) AS to
      OPTIONAL MATCH (source:Entity {id: r.source})
      RETURN entity, r, type(r) AS type, from.id AS from, from.name AS fromName,
             to.id AS to, to.name AS toName, source.title AS sourceTitle, source.grade AS sourceGrade
      ORDER BY entity, type, r.id
      """;

  private final GraphStore store;

  /** The searches in a graph. */
  public LinkSearches(GraphStore store) {
    this.store = store;
  }

  /** Where a search goes on: after that link of that entity. */
  public record Place(EntityId entity, Links.Position position) {}

  /** A link, and the entity under which it is told. */
  public record Found(EntityId entity, LinkView link) {
    /** The place of this link. */
    public Place place() {
      return new Place(entity, new Links.Position(link.type(), link.id()));
    }

    boolean isAfter(Place place) {
      int byEntity = entity.compareTo(place.entity());
      int byType = link.type().name().compareTo(place.position().type().name());
      return byEntity > 0
          || (byEntity == 0
              && (byType > 0 || (byType == 0 && link.id().compareTo(place.position().id()) > 0)));
    }
  }

  /** Visits the links after a place, each once, until the visitor says false. */
  public void visit(LinkSearch search, @Nullable Place after, Predicate<Found> visitor) {
    List<LinkType> types = Links.types(search.conditions().types());
    Predicate<Found> wanted =
        found ->
            !search.entityOf(found.link()).filter(found.entity()::equals).isPresent()
                || (after != null && !found.isAfter(after))
                || visitor.test(found);
    List<String> piece = new ArrayList<>();
    long links = 0;
    for (Map.Entry<EntityId, Long> entity : degrees(search, types, after).entrySet()) {
      if (!piece.isEmpty() && links + entity.getValue() > PIECE) {
        if (!pass(piece(search, types, piece), wanted)) {
          return;
        }
        piece.clear();
        links = 0;
      }
      if (entity.getValue() <= PIECE) {
        piece.add(entity.getKey().value());
        links += entity.getValue();
      } else if (!hub(search, types, entity.getKey(), after, wanted)) {
        return;
      }
    }
    if (!piece.isEmpty()) {
      pass(piece(search, types, piece), wanted);
    }
  }

  private Map<EntityId, Long> degrees(
      LinkSearch search, List<LinkType> types, @Nullable Place after) {
    List<String> ids =
        (after == null ? search.entities() : search.entities().tailSet(after.entity()))
            .stream().map(EntityId::value).toList();
    Map<EntityId, Long> degrees = new LinkedHashMap<>();
    store
        .read(
            query(DEGREES, search, types),
            Map.of("ids", ids),
            row -> Map.entry(new EntityId(row.get("id").asString()), row.get("degree").asLong()))
        .forEach(entry -> degrees.put(entry.getKey(), entry.getValue()));
    return degrees;
  }

  private List<Found> piece(LinkSearch search, List<LinkType> types, List<String> ids) {
    return read(query(OF_ENTITIES + LinkQueries.CONDITIONS + ENDS, search, types), search, ids);
  }

  private boolean hub(
      LinkSearch search,
      List<LinkType> types,
      EntityId entity,
      @Nullable Place after,
      Predicate<Found> visitor) {
    if (!search.others().isEmpty()) {
      String query = query(OF_HUB + LinkQueries.CONDITIONS + ENDS, search, types);
      return pass(read(query, search, List.of(entity.value())), visitor);
    }
    LinkFilter filter = search.direction().filter(entity, search.conditions());
    Links links = new Links(store);
    Links.Position position =
        after != null && after.entity().equals(entity) ? after.position() : Links.Position.start();
    while (true) {
      List<LinkView> page = links.list(filter, position, PAGE);
      if (!pass(page.stream().map(link -> new Found(entity, link)).toList(), visitor)) {
        return false;
      }
      if (page.size() < PAGE) {
        return true;
      }
      position = new Found(entity, page.get(PAGE - 1)).place().position();
    }
  }

  private List<Found> read(String query, LinkSearch search, List<String> ids) {
    Map<String, @Nullable Object> parameters = LinkQueries.conditions(search.conditions());
    parameters.put("ids", ids);
    parameters.put("any", search.others().isEmpty());
    parameters.put("others", search.others().stream().map(EntityId::value).sorted().toList());
    return store.read(
        query,
        LinkQueries.nullable(parameters),
        row -> new Found(new EntityId(row.get("entity").asString()), Links.view(row)));
  }

  private static boolean pass(List<Found> links, Predicate<Found> visitor) {
    for (Found link : links) {
      if (!visitor.test(link)) {
        return false;
      }
    }
    return true;
  }

  private static String query(String text, LinkSearch search, List<LinkType> types) {
    return LinkQueries.typed(text, types)
        .replace("«in»", search.direction() == Direction.IN ? "<" : "")
        .replace("«out»", search.direction() == Direction.OUT ? ">" : "");
  }
}
