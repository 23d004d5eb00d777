package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.export.GraphVisitor;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.loader.observation.RowFilter;
import org.clew.model.entity.EntityId;

/** All that is in the graph and in the log, as one text. */
final class GraphAndLogDump implements GraphVisitor {
  private final StringBuilder text = new StringBuilder();

  private GraphAndLogDump() {}

  static String of(GraphStore store, DataFolder data) {
    GraphAndLogDump dump = new GraphAndLogDump();
    new Subgraphs(store).visit(Subgraph.ALL, dump);
    data.log().loads().forEach(dump::line);
    data.log().posts(RowFilter.all(), post -> dump.text.append(post).append('\n') != null);
    assertThat(data.log().verify()).isEmpty();
    return dump.text.toString();
  }

  @Override
  public void source(SourceView source) {
    line(source);
  }

  @Override
  public void entity(EntityView entity) {
    line(entity);
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties) {
    line(entity + " " + source + " " + properties);
  }

  @Override
  public void link(LinkView link) {
    line(link);
  }

  private void line(Object item) {
    text.append(item).append('\n');
  }
}
