package org.clew.cypher.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.source.GraphVersion;
import org.clew.cypher.source.Readership;
import org.clew.cypher.source.Sources;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.Provenance;
import org.clew.model.links.Link;
import org.clew.model.source.Source;
import org.clew.model.trace.Adjacency;
import org.clew.model.trace.EvidenceColumns;
import org.clew.model.trace.EvidenceGraph;
import org.clew.model.trace.NodeFacts;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The control evidence of a database, fetched frontier by frontier in pieces of {@value #CHUNK}
 * nodes: ready at once, for a graph of any size. One instance serves one trace.
 */
public final class CypherEvidenceGraph implements EvidenceGraph {
  private static final int CHUNK = 2000;

  private static final String FACTS =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})
      CALL (e) {
        OPTIONAL MATCH (e)-[r:«types»]-(o:Entity)
        WHERE «counts» AND «seen»
        RETURN count(DISTINCT o) AS degree
      }
      WITH degree, properties(e) AS p
      RETURN degree, «facts»
      """
          .replace("«types»", EvidenceRows.JOINING_TYPES)
          .replace("«counts»", EvidenceRows.COUNTS)
          .replace("«facts»", EvidenceRows.FACTS);

  private static final String LINKS =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})
      CALL (e) {
        MATCH (e)-[r:«types»]-(o:Entity)
        WHERE «counts» AND «seen»
        WITH e, r, o, properties(r) AS p
        RETURN collect([startNode(r) = e, o.id, «link»]) AS links
      }
      RETURN e.id AS id, links
      """
          .replace("«types»", EvidenceRows.TYPES)
          .replace("«counts»", EvidenceRows.COUNTS)
          .replace("«link»", EvidenceRows.LINK);

  private final GraphStore store;
  private final Readership reader;
  private final long version;
  private final Provenance provenance;
  private final EvidenceColumns columns;
  private final EvidenceRows rows;
  private final Map<Integer, NodeFacts> facts = new HashMap<>();
  private final Map<Integer, Integer> degrees = new HashMap<>();
  private final Map<Integer, Adjacency> adjacency = new HashMap<>();
  private final Map<String, Integer> linkNumbers = new HashMap<>();

  /** The evidence as it stands now. */
  public CypherEvidenceGraph(GraphStore store) {
    this(store, Readership.EVERYTHING);
  }

  /** The evidence as it stands now and a reader may see it. */
  public CypherEvidenceGraph(GraphStore store, Readership reader) {
    this.store = store;
    this.reader = reader;
    this.version = GraphVersion.of(store);
    List<Source> sources = reader.known(new Sources(store).all());
    this.provenance = new Provenance(sources);
    this.columns = new EvidenceColumns(sources);
    this.rows = new EvidenceRows(columns);
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public int node(EntityId id) {
    return columns.node(id);
  }

  @Override
  public EntityId id(int node) {
    return columns.id(node);
  }

  @Override
  public void ensure(int[] nodes, int degreeCeiling) {
    inChunks(Arrays.stream(nodes).filter(n -> !facts.containsKey(n)), this::fetchFacts);
    inChunks(
        Arrays.stream(nodes).filter(n -> !adjacency.containsKey(n) && degree(n) <= degreeCeiling),
        this::fetchLinks);
  }

  @Override
  public NodeFacts facts(int node) {
    return known(facts.get(node), node);
  }

  @Override
  public int degree(int node) {
    return known(degrees.get(node), node);
  }

  @Override
  public Adjacency adjacency(int node) {
    return known(adjacency.get(node), node);
  }

  @Override
  public Source source(int number) {
    return columns.source(number);
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public String linkId(long relationship) {
    return columns.linkId((int) relationship);
  }

  @Override
  public List<Link> links(Collection<Long> relationships) {
    return new WholeLinks(store)
        .read(relationships.stream().map(handle -> columns.key(handle.intValue())).toList());
  }

  private <T> T known(@Nullable T value, int node) {
    if (value == null) {
      throw new IllegalStateException(id(node) + " was asked about before it was fetched.");
    }
    return value;
  }

  private void fetchFacts(List<EntityId> chunk) {
    store.read(seen(FACTS), parameters(chunk), this::keepFacts);
    if (!reader.seesEverything()) {
      chunk.forEach(id -> facts.remove(node(id)));
      new Entities(store).find(chunk, reader).forEach(this::keepFacts);
    }
    for (EntityId id : chunk) {
      facts.putIfAbsent(node(id), NodeFacts.ofId(id));
      degrees.putIfAbsent(node(id), 0);
    }
  }

  private boolean keepFacts(Record row) {
    EntityId id = new EntityId(row.get("id").asString());
    facts.put(node(id), EvidenceRows.facts(id, row));
    degrees.put(node(id), row.get("degree").asInt());
    return true;
  }

  private void keepFacts(EntityView view) {
    Entity entity = new Entity(view.id(), view.name(), view.attributes());
    facts.put(node(view.id()), NodeFacts.of(view.id(), List.of(entity)));
  }

  private void fetchLinks(List<EntityId> chunk) {
    store.read(seen(LINKS), parameters(chunk), this::keepLinks);
    Adjacency none = columns.adjacency(NONE, List.of());
    chunk.forEach(id -> adjacency.putIfAbsent(node(id), none));
  }

  private boolean keepLinks(Record row) {
    EntityId id = new EntityId(row.get("id").asString());
    List<Integer> numbers = new ArrayList<>();
    for (Value joined : row.get("links").values()) {
      EntityId other = new EntityId(joined.get(1).asString());
      numbers.add(
          joined.get(0).asBoolean()
              ? number(id, other, joined.get(2))
              : number(other, id, joined.get(2)));
    }
    adjacency.put(node(id), columns.adjacency(node(id), numbers));
    return true;
  }

  /** A link between two nodes of a frontier is met from either end. */
  private int number(EntityId from, EntityId to, Value link) {
    return linkNumbers.computeIfAbsent(EvidenceRows.id(link), key -> rows.add(from, to, link));
  }

  private void inChunks(IntStream nodes, Consumer<List<EntityId>> fetch) {
    int[] all = nodes.distinct().toArray();
    for (int start = 0; start < all.length; start += CHUNK) {
      int end = Math.min(all.length, start + CHUNK);
      fetch.accept(Arrays.stream(all, start, end).mapToObj(columns::id).toList());
    }
  }

  /** Only a reader from whom something is hidden needs the source of each relationship. */
  private String seen(String query) {
    return query.replace("«seen»", reader.seesEverything() ? "true" : "NOT r.source IN $hidden");
  }

  private Map<String, Object> parameters(List<EntityId> chunk) {
    List<String> ids = chunk.stream().map(EntityId::value).toList();
    return reader.seesEverything()
        ? Map.of("ids", ids)
        : Map.of("ids", ids, "hidden", reader.parameter());
  }
}
