package org.clew.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Grade;

/** A Cypher script, one statement a line; running it again changes nothing. */
final class CypherScriptWriter implements DocumentWriter {
  private final Writer out;

  CypherScriptWriter(ExportOptions options, OutputStream stream) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    String truncated = options.truncated();
    if (truncated != null) {
      out.write("// " + GexfWriter.oneLine(truncated) + "\n");
    }
    out.write("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;\n");
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) throws IOException {
    SortedMap<String, Object> all = new TreeMap<>(properties);
    all.putIfAbsent(GraphProperties.QUALITY, Grade.parse(source.grade()).quality());
    all.putIfAbsent("derivesFrom", List.of());
    node(source.id(), all);
  }

  @Override
  public void entity(EntityView entity) throws IOException {
    node(entity.id(), GraphProperties.of(entity));
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties)
      throws IOException {
    relationship(
        entity,
        GraphSchema.STATED_IN,
        source,
        GraphProperties.statementId(entity, source),
        properties);
  }

  @Override
  public boolean namesEnds() {
    return false;
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) throws IOException {
    relationship(link.from(), link.type().name(), link.to(), link.id(), properties);
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private void node(EntityId id, SortedMap<String, Object> properties) throws IOException {
    properties.put(GraphSchema.ID, id.value());
    out.write("MERGE (n:Entity {id: " + CypherLiterals.string(id.value()) + "}) SET n:");
    out.write(id.kind().label() + ", n = " + CypherLiterals.map(properties) + ";\n");
  }

  private void relationship(
      EntityId from, String type, EntityId to, String id, SortedMap<String, Object> properties)
      throws IOException {
    SortedMap<String, Object> all = new TreeMap<>(properties);
    all.putIfAbsent(GraphSchema.EVIDENCE, List.of());
    all.put(GraphSchema.ID, id);
    out.write("MATCH (a:Entity {id: " + CypherLiterals.string(from.value()) + "}) ");
    out.write("MATCH (b:Entity {id: " + CypherLiterals.string(to.value()) + "}) ");
    out.write("MERGE (a)-[r:" + type + " {id: " + CypherLiterals.string(id) + "}]->(b) SET r = ");
    out.write(CypherLiterals.map(all) + ";\n");
  }
}
