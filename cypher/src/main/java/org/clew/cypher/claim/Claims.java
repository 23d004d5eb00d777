package org.clew.cypher.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphVersion;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.claim.Claim;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.summary.SummaryCounters;

/** The SAME_AS relationships: proposed by Clew or stated by a source, decided by an analyst. */
public final class Claims {
  /** Claims that Clew proposes itself cite this source. */
  public static final EntityId PROPOSALS = EntityId.source("clew-proposals");

  /** A status that was decided outlasts every later load. */
  private static final String PROPOSE =
      """
      MERGE (proposals:Entity {id: $proposals})
      ON CREATE SET proposals:Source, proposals.name = $title, proposals.title = $title,
                    proposals.grade = 'F6', proposals.quality = 0.25, proposals.derivesFrom = []
      WITH proposals
      UNWIND $rows AS row
      MATCH (from:Entity {id: row.from})
      MATCH (to:Entity {id: row.to})
      MERGE (from)-[r:SAME_AS {id: row.id}]->(to)
      ON CREATE SET r.status = row.status
      SET r.source = row.source, r.count = 1, r.basis = row.basis, r.note = row.note,
          r.evidence = row.evidence
      """;

  private static final String DECIDE =
      """
      MATCH (from:Entity)-[r:SAME_AS {id: $id}]->(to:Entity)
      SET r.status = $status
      RETURN from.id AS from, to.id AS to, r
      """;

  private static final String FIND =
      """
      MATCH (from:Entity)-[r:SAME_AS {id: $id}]->(to:Entity)
      RETURN from.id AS from, to.id AS to, r
      """;

  private static final String LIST =
      """
      MATCH (from:Entity)-[r:SAME_AS]->(to:Entity)
      WHERE r.id > $after
      RETURN from.id AS from, to.id AS to, r ORDER BY r.id LIMIT $limit
      """;

  private static final String TOUCHING =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})
      CALL (e) {
        MATCH (e)-[r:SAME_AS]-(:Entity) RETURN r
        UNION
        MATCH (e)-[:USES]->(:Indicator)-[r:SAME_AS]-(:Entity) RETURN r
      }
      WITH DISTINCT r
      RETURN startNode(r).id AS from, endNode(r).id AS to, r ORDER BY r.id LIMIT 200
      """;

  private static final String NAMED =
      """
      MATCH (e:MediaOutlet|Organization)
      RETURN e.id AS id, e.name AS name, e.company AS company, null AS kind ORDER BY id
      UNION ALL
      MATCH (e:Indicator {indicatorKind: 'registration/org'})
      RETURN e.id AS id, e.name AS name, null AS company, e.indicatorKind AS kind ORDER BY id
      """;

  private static final String SITES =
      """
      MATCH (outlet:MediaOutlet)-[r:PUBLISHES_ON]->(site:Domain)
      RETURN DISTINCT outlet.id AS from, site.id AS to ORDER BY from, to
      """;

  private static final String DOMAINS =
      "MATCH (e:Domain) RETURN e.id AS id, e.name AS name, null AS company, null AS kind ORDER BY id";

  private static final String PRESENT =
      "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id ORDER BY id";

  /** One pass over the accounts, however many handles are asked for. */
  private static final String KNOWN_BY_HANDLE =
      """
      MATCH (e:Account|Page|Group)
      WHERE e.handle IS NOT NULL AND NOT e.id CONTAINS ':@'
      WITH e, split(e.id, ':')[0] + ':' + coalesce(e.platform, split(e.id, ':')[1]) AS prefix
      UNWIND [e.handle] + coalesce(e.formerHandles, []) AS handle
      WITH DISTINCT e, prefix + ':@' + toLower(handle) AS known
      WHERE known IN $ids
      RETURN e.id AS id, known ORDER BY id, known
      """;

  private final GraphStore store;

  /** The claims of a graph. */
  public Claims(GraphStore store) {
    this.store = store;
  }

  /** Adds claims; those already there keep the status they have. */
  public void propose(Collection<Claim> claims) {
    List<Map<String, Object>> rows = claims.stream().map(Claims::row).toList();
    if (!rows.isEmpty()) {
      Map<String, Object> parameters =
          Map.of(
              "rows",
              rows,
              "proposals",
              PROPOSALS.value(),
              "title",
              "Proposed by Clew, to be checked");
      store.write((TransactionContext tx) -> proposed(tx, parameters));
    }
  }

  private static boolean proposed(TransactionContext tx, Map<String, Object> parameters) {
    SummaryCounters changes = tx.run(PROPOSE, parameters).consume().counters();
    boolean news = changes.nodesCreated() + changes.relationshipsCreated() > 0;
    if (news) {
      GraphVersion.raise(tx);
    }
    return news;
  }

  /**
   * Records an analyst's decision.
   *
   * @throws ClewException NOT_FOUND when there is no such claim
   */
  public Claim decide(String id, Claim.Status status) {
    List<Claim> decided =
        store.write(
            tx -> {
              GraphVersion.raise(tx);
              return tx.run(DECIDE, Map.of("id", id, "status", status.word())).list(Claims::claim);
            });
    return decided.stream()
        .findFirst()
        .orElseThrow(() -> new ClewException(Reason.NOT_FOUND, "There is no claim '" + id + "'."));
  }

  /** The claim of that id, if there is one. */
  public Optional<Claim> find(String id) {
    return store.read(FIND, Map.of("id", id), Claims::claim).stream().findFirst();
  }

  /** Claims after an id, in the order of the ids. */
  public List<Claim> list(String afterId, int limit) {
    return store.read(LIST, Map.of("after", afterId, "limit", limit), Claims::claim);
  }

  /** Claims that touch any of these entities or an indicator they use; at most 200. */
  public List<Claim> touchingOrUsedBy(Collection<EntityId> entities) {
    List<String> ids = entities.stream().map(EntityId::value).sorted().toList();
    return store.read(TOUCHING, Map.of("ids", ids), Claims::claim);
  }

  /**
   * Everything a claim can be made of by name: outlets, organizations, registrant organizations.
   */
  public List<Entity> namedEntities() {
    return store.read(NAMED, Map.of(), Claims::entity);
  }

  /** Which of these are in the graph. */
  public List<EntityId> present(Collection<EntityId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<String> values = ids.stream().map(EntityId::value).toList();
    return store.read(
        PRESENT, Map.of("ids", values), row -> new EntityId(row.get("id").asString()));
  }

  /**
   * Accounts, pages and groups with an id that go or went by one of these handles.
   *
   * @param handles ids of entities of which only the handle is known
   * @return the handle's id by the id of who goes by it
   */
  public Map<EntityId, EntityId> knownByHandle(Collection<EntityId> handles) {
    Map<EntityId, EntityId> known = new TreeMap<>();
    if (!handles.isEmpty()) {
      List<String> values = handles.stream().map(EntityId::value).toList();
      store.stream(
          KNOWN_BY_HANDLE,
          Map.of("ids", values),
          row ->
              known.put(
                  new EntityId(row.get("id").asString()),
                  new EntityId(row.get("known").asString())));
    }
    return known;
  }

  /** All domains. */
  public List<Entity> domains() {
    return store.read(DOMAINS, Map.of(), Claims::entity);
  }

  /** Which outlet publishes on which domain. */
  public List<Link> outletSites() {
    return store.read(
        SITES,
        Map.of(),
        row ->
            Link.of(
                new EntityId(row.get("from").asString()),
                LinkType.PUBLISHES_ON,
                new EntityId(row.get("to").asString()),
                PROPOSALS,
                Basis.DERIVED));
  }

  private static Map<String, Object> row(Claim claim) {
    boolean own = claim.source().equals(PROPOSALS);
    return Map.of(
        "id", claim.id(),
        "from", claim.from().value(),
        "to", claim.to().value(),
        "source", claim.source().value(),
        "status", claim.status().word(),
        "basis", (own ? Basis.DERIVED : Basis.REPORTED).word(),
        "note", claim.reason(),
        "evidence", claim.evidence());
  }

  private static Claim claim(Record row) {
    Value r = row.get("r");
    return new Claim(
        new EntityId(row.get("from").asString()),
        new EntityId(row.get("to").asString()),
        new EntityId(r.get("source").asString()),
        Claim.Status.valueOf(r.get("status").asString("proposed").toUpperCase(Locale.ROOT)),
        r.get("note").asString(""),
        r.get("evidence").isNull() ? List.of() : r.get("evidence").asList(Value::asString));
  }

  private static Entity entity(Record row) {
    Map<String, Object> attributes = new HashMap<>();
    if (!row.get("company").isNull()) {
      attributes.put("company", row.get("company").asString());
    }
    if (!row.get("kind").isNull()) {
      attributes.put("indicatorKind", row.get("kind").asString());
    }
    EntityId id = new EntityId(row.get("id").asString());
    return Entity.of(id, row.get("name").asString(id.local()), attributes);
  }
}
