package org.clew.loader.ingest;

import java.util.List;

/** One small graph as each of the formats writes it that Clew exports and reads back. */
final class ExportedTexts {
  static final String JSON =
      """
      {"format": "clew-graph", "version": 1, "directed": true, "multigraph": true, "graph": {},
      "truncated": null,
      "sources": [
      {"id": "source:s", "title": "S", "grade": "B2", "date": "2018-08"}
      ],
      "nodes": [
      {"id": "account:x:1", "kind": "Account", "name": "Ann", "attributes": {"followers": 3}},
      {"id": "domain:a.com", "kind": "Domain", "name": "a.com", "attributes": {}}
      ],
      "statements": [
      {"entity": "account:x:1", "statedIn": "source:s", "name": "Ann", "evidence": ["a.csv:1"], "attributes": {"followers": 3}},
      {"entity": "domain:a.com", "statedIn": "source:s", "attributes": {}}
      ],
      "links": [
      {"id": "1", "source": "account:x:1", "target": "domain:a.com", "type": "LINKS_TO", "statedIn": "source:s", "basis": "observed", "count": 4, "firstSeen": "2017", "weight": 0.5}
      ]
      }
      """;

  static final String GRAPHML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="labels" for="node" attr.name="labels" attr.type="string"/>
      <key id="n.id" for="node" attr.name="id" attr.type="string"/>
      <key id="n.title" for="node" attr.name="title" attr.type="string"/>
      <key id="n.grade" for="node" attr.name="grade" attr.type="string"/>
      <key id="n.date" for="node" attr.name="date" attr.type="string"/>
      <key id="label" for="edge" attr.name="label" attr.type="string"/>
      <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
      <key id="e.name" for="edge" attr.name="name" attr.type="string"/>
      <key id="e.followers" for="edge" attr.name="followers" attr.type="long"/>
      <key id="e.evidence" for="edge" attr.name="evidence" attr.type="string"/>
      <key id="e.source" for="edge" attr.name="source" attr.type="string"/>
      <key id="e.basis" for="edge" attr.name="basis" attr.type="string"/>
      <key id="e.count" for="edge" attr.name="count" attr.type="long"/>
      <key id="e.firstSeen" for="edge" attr.name="firstSeen" attr.type="string"/>
      <key id="e.other" for="edge" attr.name="other" attr.type="string"/>
      <graph id="clew" edgedefault="directed">
      <node id="source:s"><data key="labels">:Entity:Source</data><data key="n.id">source:s</data><data key="n.title">S</data><data key="n.grade">B2</data><data key="n.date">2018-08</data></node>
      <node id="account:x:1"><data key="labels">:Entity:Account</data><data key="n.id">account:x:1</data></node>
      <node id="domain:a.com"><data key="labels">:Entity:Domain</data><data key="n.id">domain:a.com</data></node>
      <edge id="1" source="account:x:1" target="source:s"><data key="label">STATED_IN</data><data key="e.name">Ann</data><data key="e.followers">3</data><data key="e.evidence">["a.csv:1"]</data></edge>
      <edge id="2" source="domain:a.com" target="source:s"><data key="label">STATED_IN</data></edge>
      <edge id="3" source="account:x:1" target="domain:a.com"><data key="label">LINKS_TO</data><data key="weight">4</data><data key="e.source">source:s</data><data key="e.basis">observed</data><data key="e.count">4</data><data key="e.firstSeen">2017</data><data key="e.other">{"weight":0.5}</data></edge>
      </graph>
      </graphml>
      """;

  static final String GEXF =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3"><meta><creator>Clew</creator></meta>
      <graph mode="dynamic" defaultedgetype="directed">
      <attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>
      <attributes class="edge"><attribute id="kind" title="kind" type="string"/><attribute id="followers" title="followers" type="long"/><attribute id="count" title="count" type="long"/></attributes>
      <nodes>
      <node id="source:s" label="S"><attvalues><attvalue for="kind" value="Source"/><attvalue for="title" value="S"/><attvalue for="grade" value="B2"/><attvalue for="date" value="2018-08"/></attvalues></node>
      <node id="account:x:1" label="Ann"><attvalues><attvalue for="kind" value="Account"/></attvalues></node>
      <node id="domain:a.com" label="a.com"><attvalues><attvalue for="kind" value="Domain"/></attvalues></node>
      </nodes>
      <edges>
      <edge id="1" source="account:x:1" target="source:s"><attvalues><attvalue for="kind" value="STATED_IN"/><attvalue for="name" value="Ann"/><attvalue for="followers" value="3"/><attvalue for="evidence" value="[&quot;a.csv:1&quot;]"/></attvalues></edge>
      <edge id="2" source="domain:a.com" target="source:s"><attvalues><attvalue for="kind" value="STATED_IN"/></attvalues></edge>
      <edge id="3" source="account:x:1" target="domain:a.com"><attvalues><attvalue for="kind" value="LINKS_TO"/><attvalue for="source" value="source:s"/><attvalue for="basis" value="observed"/><attvalue for="count" value="4"/><attvalue for="firstSeen" value="2017"/><attvalue for="other" value="{&quot;weight&quot;:0.5}"/></attvalues></edge>
      </edges>
      </graph>
      </gexf>
      """;

  static final String CYPHER =
      """
      CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
      MERGE (n:Entity {id: 'source:s'}) SET n:Source, n = {date: '2018-08', grade: 'B2', id: 'source:s', title: 'S'};
      MERGE (n:Entity {id: 'account:x:1'}) SET n:Account, n = {followers: 3, id: 'account:x:1', name: 'Ann'};
      MERGE (n:Entity {id: 'domain:a.com'}) SET n:Domain, n = {id: 'domain:a.com', name: 'a.com'};
      MATCH (a:Entity {id: 'account:x:1'}) MATCH (b:Entity {id: 'source:s'}) MERGE (a)-[r:STATED_IN {id: '1'}]->(b) SET r = {evidence: ['a.csv:1'], followers: 3, id: '1', name: 'Ann'};
      MATCH (a:Entity {id: 'domain:a.com'}) MATCH (b:Entity {id: 'source:s'}) MERGE (a)-[r:STATED_IN {id: '2'}]->(b) SET r = {evidence: [], id: '2'};
      MATCH (a:Entity {id: 'account:x:1'}) MATCH (b:Entity {id: 'domain:a.com'}) MERGE (a)-[r:LINKS_TO {id: '3'}]->(b) SET r = {basis: 'observed', count: 4, firstSeen: '2017', id: '3', source: 'source:s', weight: 0.5};
      """;

  static final String STIX =
      """
      {"type": "bundle", "objects": [
      {"type": "clew-source", "id": "clew-source--1", "extensions": {"«ext»": {"source_id": "source:s", "properties": {"title": "S", "grade": "B2", "date": "2018-08"}}}},
      {"type": "user-account", "id": "user-account--1", "user_id": "1", "extensions": {"«ext»": {"entity_id": "account:x:1", "kind": "Account", "properties": {"name": "Ann"}}}},
      {"type": "domain-name", "id": "domain-name--1", "value": "a.com", "extensions": {"«ext»": {"entity_id": "domain:a.com", "kind": "Domain", "properties": {"name": "a.com"}}}},
      {"type": "note", "id": "note--1", "content": "x", "extensions": {"«ext»": {"entity_id": "account:x:1", "source_id": "source:s", "properties": {"name": "Ann", "followers": 3, "evidence": ["a.csv:1"]}}}},
      {"type": "note", "id": "note--2", "content": "x", "extensions": {"«ext»": {"entity_id": "domain:a.com", "source_id": "source:s", "properties": {}}}},
      {"type": "relationship", "id": "relationship--1", "relationship_type": "related-to", "source_ref": "user-account--1", "target_ref": "domain-name--1", "extensions": {"«ext»": {"link_id": "3", "link_type": "LINKS_TO", "from_id": "account:x:1", "to_id": "domain:a.com", "properties": {"basis": "observed", "count": 4, "firstSeen": "2017", "source": "source:s", "weight": 0.5}}}}
      ], "id": "bundle--1"}
      """
          .replace("«ext»", StixExtension.ID);

  private ExportedTexts() {}

  /** A document each of whose lists holds these objects. */
  static String json(List<String> objects) {
    String list = "[\n" + String.join(",\n", objects) + "\n]";
    return "{\"format\": \"clew-graph\", \"sources\": "
        + list
        + ", \"nodes\": "
        + list
        + ", \"statements\": "
        + list
        + ", \"links\": "
        + list
        + "}";
  }
}
