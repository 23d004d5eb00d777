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
  private static final int CHUNK = 1000;

  /** Two pieces are asked for at a time; what is smaller gains nothing from being two. */
  private static final int LEAST_CHUNK = 100;

  /** What has more relationships is counted before any of them is read. */
  private static final int MOST_AT_ONCE = 10_000;

  private static final String DEGREE =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})
      CALL (e) {
        OPTIONAL MATCH (e)-[r:«joining»]-(o)
        WHERE «counts» AND «seen»
        WITH DISTINCT o LIMIT $most
        RETURN count(o) AS degree
      }
      WITH degree, properties(e) AS p
      RETURN degree, «facts»
      """;

  private static final String LINKS =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})
      WITH e, COUNT { (e)-[:«types»]-() } <= $most AS few
      CALL (e, few) {
        WITH e WHERE few
        MATCH (e)-[r:«types»]-(o)
        WHERE «counts» AND «seen»
        WITH e, r, o, properties(r) AS p
        RETURN collect([startNode(r) = e, o.id, «link»]) AS links
      }
      WITH few, links, properties(e) AS p
      RETURN few, links, «facts»
      """;

  private final GraphStore store;
  private final Readership reader;
  private final Runnable beforeQuery;
  private final long version;
  private final Provenance provenance;
  private final EvidenceColumns columns;
  private final EvidenceRows rows;
  private final String degree;
  private final String links;
  private final Map<Integer, NodeFacts> facts = new HashMap<>();
  private final Map<Integer, Integer> degrees = new HashMap<>();
  private final Map<Integer, Integer> leastDegrees = new HashMap<>();
  private final Map<Integer, Adjacency> adjacency = new HashMap<>();
  private final Map<String, Integer> linkNumbers = new HashMap<>();

  /** The evidence as it stands now. */
  public CypherEvidenceGraph(GraphStore store) {
    this(store, Readership.EVERYTHING);
  }

  /** The evidence as it stands now and a reader may see it. */
  public CypherEvidenceGraph(GraphStore store, Readership reader) {
    this(store, reader, () -> {});
  }

  /**
   * The same.
   *
   * @param beforeQuery runs before each query
   */
  CypherEvidenceGraph(GraphStore store, Readership reader, Runnable beforeQuery) {
    this.store = store;
    this.beforeQuery = beforeQuery;
    this.reader = reader;
    this.version = GraphVersion.of(store);
    List<Source> sources = reader.known(new Sources(store).all());
    this.provenance = new Provenance(sources);
    this.columns = new EvidenceColumns(sources);
    this.rows = new EvidenceRows(columns);
    this.degree = query(DEGREE);
    this.links = query(LINKS);
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
    if (degreeCeiling > 0) {
      int most = Math.min(degreeCeiling, MOST_AT_ONCE);
      fetch(links, most, Arrays.stream(nodes).filter(n -> !facts.containsKey(n)), this::keepLinks);
    }
    boolean exactly = degreeCeiling <= 0 || degreeCeiling == Integer.MAX_VALUE;
    int enough = exactly ? Integer.MAX_VALUE : degreeCeiling + 1;
    fetch(
        degree,
        enough,
        Arrays.stream(nodes).filter(n -> leastDegree(n) < enough && !degrees.containsKey(n)),
        row -> keepDegree(row, enough));
    fetch(
        links,
        Integer.MAX_VALUE,
        Arrays.stream(nodes).filter(n -> !adjacency.containsKey(n) && !isAbove(n, degreeCeiling)),
        this::keepLinks);
  }

  @Override
  public NodeFacts facts(int node) {
    return known(facts.get(node), node);
  }

  /** A hub that is only known to be one is counted now. */
  @Override
  public int degree(int node) {
    if (leastDegrees.containsKey(node)) {
      ensure(new int[] {node}, 0);
      if (!degrees.containsKey(node)) {
        throw WholeLinks.changedNear(id(node));
      }
    }
    return known(degrees.get(node), node);
  }

  @Override
  public boolean isAbove(int node, int degreeCeiling) {
    return leastDegree(node) > degreeCeiling || degree(node) > degreeCeiling;
  }

  private int leastDegree(int node) {
    return leastDegrees.getOrDefault(node, 0);
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

  /** What the database does not have has no links. */
  private void fetch(String query, int most, IntStream nodes, Consumer<Record> keep) {
    int[] wanted = nodes.distinct().toArray();
    int size = Math.min(CHUNK, Math.max(LEAST_CHUNK, (wanted.length + 1) / 2));
    List<Map<String, Object>> chunks = new ArrayList<>();
    for (int start = 0; start < wanted.length; start += size) {
      int end = Math.min(wanted.length, start + size);
      chunks.add(parameters(Arrays.stream(wanted, start, end).mapToObj(this::id).toList(), most));
    }
    beforeQuery.run();
    store.readEach(query, chunks, keep);
    for (int node : wanted) {
      if (!facts.containsKey(node)) {
        facts.put(node, NodeFacts.ofId(id(node)));
        degrees.put(node, 0);
        adjacency.put(node, columns.adjacency(node, List.of()));
      }
    }
    if (!reader.seesEverything()) {
      keepFactsAsSeen(wanted);
    }
  }

  private void keepDegree(Record row, int most) {
    int node = keepFacts(row);
    int counted = row.get("degree").asInt();
    if (counted < most) {
      degrees.put(node, counted);
      leastDegrees.remove(node);
    } else {
      leastDegrees.put(node, counted);
    }
  }

  private void keepLinks(Record row) {
    int node = keepFacts(row);
    if (row.get("few").asBoolean()) {
      List<Integer> numbers = new ArrayList<>();
      for (Value joined : row.get("links").values()) {
        int other = node(new EntityId(joined.get(1).asString()));
        numbers.add(
            joined.get(0).asBoolean()
                ? number(node, other, joined.get(2))
                : number(other, node, joined.get(2)));
      }
      Adjacency links = columns.adjacency(node, numbers);
      adjacency.put(node, links);
      degrees.put(node, links.neighbours());
      leastDegrees.remove(node);
    }
  }

  private int keepFacts(Record row) {
    EntityId id = new EntityId(row.get("id").asString());
    facts.put(node(id), EvidenceRows.facts(id, row));
    return node(id);
  }

  /** What stands on an entity may come from a source that is hidden; what its sources say stays. */
  private void keepFactsAsSeen(int[] nodes) {
    List<EntityId> ids = Arrays.stream(nodes).mapToObj(this::id).toList();
    ids.forEach(id -> facts.put(node(id), NodeFacts.ofId(id)));
    for (EntityView view : new Entities(store).find(ids, reader)) {
      Entity entity = new Entity(view.id(), view.name(), view.attributes());
      facts.put(node(view.id()), NodeFacts.of(view.id(), List.of(entity)));
    }
  }

  /** A link between two nodes of a frontier is met from either end. */
  private int number(int from, int to, Value link) {
    return linkNumbers.computeIfAbsent(
        EvidenceRows.id(link), key -> rows.add(id(from), id(to), link));
  }

  /** Only a reader from whom something is hidden needs the source of each relationship. */
  private String query(String text) {
    return text.replace("«joining»", EvidenceRows.JOINING_TYPES)
        .replace("«types»", EvidenceRows.TYPES)
        .replace("«counts»", EvidenceRows.COUNTS)
        .replace("«link»", EvidenceRows.LINK)
        .replace("«facts»", EvidenceRows.FACTS)
        .replace("«seen»", reader.seesEverything() ? "true" : "NOT r.source IN $hidden");
  }

  private Map<String, Object> parameters(List<EntityId> chunk, int most) {
    return Map.of(
        "ids",
        chunk.stream().map(EntityId::value).toList(),
        "most",
        most,
        "hidden",
        reader.parameter());
  }
}
