package org.clew.cypher.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
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
      store.write((TransactionContext tx) -> tx.run(PROPOSE, parameters).consume());
    }
  }

  /**
   * Records an analyst's decision.
   *
   * @throws ClewException NOT_FOUND when there is no such claim
   */
  public Claim decide(String id, Claim.Status status) {
    List<Claim> decided =
        store.write(
            tx -> tx.run(DECIDE, Map.of("id", id, "status", status.word())).list(Claims::claim));
    return decided.stream()
        .findFirst()
        .orElseThrow(() -> new ClewException(Reason.NOT_FOUND, "There is no claim '" + id + "'."));
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
