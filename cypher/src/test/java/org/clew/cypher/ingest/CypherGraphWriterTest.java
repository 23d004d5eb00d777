package org.clew.cypher.ingest;

import org.clew.cypher.database.GraphStore;

/** The same through Cypher, as into a database of another process. */
class CypherGraphWriterTest extends GraphWriterTest {
  @Override
  GraphWriter writerOf(GraphStore graph) {
    return new MergeGraphWriter(graph, new CypherBatchWriter(graph));
  }
}
