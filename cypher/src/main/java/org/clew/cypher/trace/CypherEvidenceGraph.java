package org.clew.cypher.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkRows;
import org.clew.cypher.source.GraphVersion;
import org.clew.cypher.source.Readership;
import org.clew.cypher.source.Sources;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.Provenance;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Source;
import org.clew.model.trace.Adjacency;
import org.clew.model.trace.EvidenceGraph;
import org.clew.model.trace.LinkAdjacency;
import org.clew.model.trace.NodeFacts;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * The control evidence of a database, fetched frontier by frontier in pieces of {@value #CHUNK}
 * nodes: ready at once, for a graph of any size. One instance serves one trace.
 */
public final class CypherEvidenceGraph implements EvidenceGraph, LinkAdjacency.Table {
  private static final int CHUNK = 500;
  private static final String TYPES_MARKER = "«types»";

  private static final String DEGREES =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})
      CALL (e) {
        OPTIONAL MATCH (e)-[r:«types»]-(o:Entity)
        WHERE (r.status IS NULL OR r.status = 'accepted') AND NOT r.source IN $hidden
        RETURN count(DISTINCT o) AS degree
      }
      RETURN properties(e) AS entity, degree
      """
          .replace(TYPES_MARKER, types(false));

  private static final String LINKS =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})-[r:«types»]-(:Entity)
      WHERE (r.status IS NULL OR r.status = 'accepted') AND NOT r.source IN $hidden
      RETURN DISTINCT startNode(r).id AS from, type(r) AS type, endNode(r).id AS to, r
      """
          .replace(TYPES_MARKER, types(true));

  private final GraphStore store;
  private final Readership reader;
  private final long version;
  private final List<Source> sources;
  private final Map<EntityId, Integer> sourceNumbers = new HashMap<>();
  private final Provenance provenance;
  private final List<EntityId> ids = new ArrayList<>();
  private final Map<EntityId, Integer> numbers = new HashMap<>();
  private final Map<Integer, NodeFacts> facts = new HashMap<>();
  private final Map<Integer, Integer> degrees = new HashMap<>();
  private final Map<Integer, Adjacency> adjacency = new HashMap<>();
  private final List<Link> links = new ArrayList<>();
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
    this.sources = new ArrayList<>(reader.known(new Sources(store).all()));
    for (int i = 0; i < sources.size(); i++) {
      sourceNumbers.put(sources.get(i).id(), i);
    }
    this.provenance = new Provenance(sources);
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public int node(EntityId id) {
    return numbers.computeIfAbsent(
        id,
        added -> {
          ids.add(added);
          return ids.size() - 1;
        });
  }

  @Override
  public EntityId id(int node) {
    return ids.get(node);
  }

  @Override
  public void ensure(int[] nodes, int degreeCeiling) {
    int[] unknown = Arrays.stream(nodes).filter(n -> !facts.containsKey(n)).distinct().toArray();
    inChunks(unknown, this::fetchFacts);
    int[] unread =
        Arrays.stream(nodes)
            .filter(n -> !adjacency.containsKey(n) && degree(n) <= degreeCeiling)
            .distinct()
            .toArray();
    inChunks(unread, this::fetchLinks);
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
    return sources.get(number);
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public List<Link> links(Collection<Long> relationships) {
    return relationships.stream().map(handle -> links.get(handle.intValue())).toList();
  }

  private <T> T known(@Nullable T value, int node) {
    if (value == null) {
      throw new IllegalStateException(ids.get(node) + " was asked about before it was fetched.");
    }
    return value;
  }

  private void fetchFacts(List<EntityId> chunk) {
    store.read(DEGREES, parameters(chunk), this::keepFacts);
    if (!reader.seesEverything()) {
      chunk.forEach(id -> facts.remove(node(id)));
      new Entities(store).find(chunk, reader).forEach(this::keepFacts);
    }
    for (EntityId id : chunk) {
      facts.putIfAbsent(node(id), NodeFacts.of(id, List.of()));
      degrees.putIfAbsent(node(id), 0);
    }
  }

  private boolean keepFacts(Record row) {
    EntityView view = Entities.view(row.get("entity"));
    keepFacts(view);
    degrees.put(node(view.id()), row.get("degree").asInt());
    return true;
  }

  private void keepFacts(EntityView view) {
    Entity entity = new Entity(view.id(), view.name(), view.attributes());
    facts.put(node(view.id()), NodeFacts.of(view.id(), List.of(entity)));
  }

  private void fetchLinks(List<EntityId> chunk) {
    List<Link> found = store.read(LINKS, parameters(chunk), LinkRows::link);
    numberNewEnds(found);
    Map<Integer, List<Integer>> byNode = new HashMap<>();
    for (Link link : found) {
      int number = number(link);
      byNode.computeIfAbsent(node(link.from()), n -> new ArrayList<>()).add(number);
      if (!link.from().equals(link.to())) {
        byNode.computeIfAbsent(node(link.to()), n -> new ArrayList<>()).add(number);
      }
    }
    for (EntityId id : chunk) {
      int node = node(id);
      adjacency.put(node, new LinkAdjacency(this, node, byNode.getOrDefault(node, List.of())));
    }
  }

  private void numberNewEnds(List<Link> found) {
    TreeSet<EntityId> ends = new TreeSet<>();
    found.forEach(link -> ends.addAll(List.of(link.from(), link.to())));
    ends.forEach(this::node);
  }

  private int number(Link link) {
    return linkNumbers.computeIfAbsent(
        link.id(),
        id -> {
          links.add(link);
          return links.size() - 1;
        });
  }

  @Override
  public Link link(int number) {
    return links.get(number);
  }

  @Override
  public int sourceNumber(EntityId source) {
    return sourceNumbers.computeIfAbsent(
        source,
        id -> {
          sources.add(Sources.onlyNamed(id));
          return sources.size() - 1;
        });
  }

  private void inChunks(int[] nodes, Consumer<List<EntityId>> fetch) {
    for (int start = 0; start < nodes.length; start += CHUNK) {
      int end = Math.min(nodes.length, start + CHUNK);
      fetch.accept(Arrays.stream(nodes, start, end).mapToObj(ids::get).toList());
    }
  }

  private Map<String, Object> parameters(List<EntityId> chunk) {
    return Map.of(
        "ids", chunk.stream().map(EntityId::value).toList(), "hidden", reader.parameter());
  }

  /** The names come from an enum, never from outside. */
  private static String types(boolean withImpersonation) {
    return Arrays.stream(LinkType.values())
        .filter(
            type ->
                type.hypothesis() == Hypothesis.CONTROL
                    || (withImpersonation && type == LinkType.IMPERSONATES))
        .map(LinkType::name)
        .collect(Collectors.joining("|"));
  }
}
