package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.schema.SchemaMigrations;
import org.clew.model.entity.EntityKind;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.internal.kernel.api.NodeCursor;
import org.neo4j.internal.kernel.api.PropertyCursor;
import org.neo4j.internal.kernel.api.RelationshipDataAccessor;
import org.neo4j.internal.kernel.api.RelationshipScanCursor;
import org.neo4j.internal.kernel.api.RelationshipTraversalCursor;
import org.neo4j.internal.kernel.api.TokenSet;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.storageengine.api.PropertySelection;
import org.neo4j.storageengine.api.RelationshipSelection;

/**
 * All nodes and relationships of a graph in this process, read record by record in one transaction.
 * The cursors are Neo4j's own and may change with any of its versions. Threads take turns; where
 * the importer's go on after it was interrupted, they find no more rows once this is closed.
 */
final class StoredGraph implements AutoCloseable {
  private final InternalTransaction transaction;
  private final KernelTransaction kernel;
  private final NodeCursor nodes;
  private final NodeCursor node;
  private final RelationshipScanCursor relationships;
  private final RelationshipTraversalCursor traversal;
  private final PropertyCursor properties;
  private final Names labels;
  private final Names types;
  private final Names keys;
  private final int statedIn;
  private boolean closed;

  /**
   * A node.
   *
   * @param reference what its relationships name it by
   */
  record Node(long reference, List<String> labels, Map<String, Object> properties) {}

  /** A relationship between the nodes of two references. */
  record Relationship(
      long reference, String type, long from, long to, Map<String, Object> properties) {}

  /** Reads a graph that nobody changes meanwhile. */
  StoredGraph(GraphDatabaseService graph) {
    transaction = (InternalTransaction) graph.beginTx();
    kernel = transaction.kernelTransaction();
    nodes = kernel.cursors().allocateNodeCursor(kernel.cursorContext(), kernel.memoryTracker());
    node = kernel.cursors().allocateNodeCursor(kernel.cursorContext(), kernel.memoryTracker());
    relationships =
        kernel
            .cursors()
            .allocateRelationshipScanCursor(kernel.cursorContext(), kernel.memoryTracker());
    traversal =
        kernel
            .cursors()
            .allocateRelationshipTraversalCursor(kernel.cursorContext(), kernel.memoryTracker());
    properties =
        kernel.cursors().allocatePropertyCursor(kernel.cursorContext(), kernel.memoryTracker());
    labels = new Names(kernel.tokenRead()::labelGetName);
    types = new Names(kernel.tokenRead()::relationshipTypeGetName);
    keys = new Names(kernel.tokenRead()::propertyKeyGetName);
    statedIn = kernel.tokenRead().relationshipType(GraphSchema.STATED_IN);
  }

  /** Whether all its indexes are those that Clew makes itself. */
  boolean hasOwnSchemaAlone() {
    for (IndexDefinition index : transaction.schema().getIndexes()) {
      if (index.getIndexType() != IndexType.LOOKUP
          && !SchemaMigrations.indexNames().contains(index.getName())) {
        return false;
      }
    }
    return true;
  }

  /** The nodes of the sources. */
  List<Node> sources() {
    int source = kernel.tokenRead().nodeLabel(EntityKind.SOURCE.label());
    List<Node> sources = new ArrayList<>();
    kernel.dataRead().allNodesScan(nodes);
    while (nodes.next()) {
      if (nodes.hasLabel(source)) {
        sources.add(read(nodes));
      }
    }
    return sources;
  }

  /** All nodes. */
  Iterator<Node> nodes() {
    kernel.dataRead().allNodesScan(nodes);
    return new Rows<>(nodes::next, () -> read(nodes));
  }

  /** All relationships. */
  Iterator<Relationship> relationships() {
    kernel.dataRead().allRelationshipsScan(relationships);
    return new Rows<>(relationships::next, () -> read(relationships));
  }

  /** What the sources say of an entity. */
  synchronized List<Relationship> statements(long entity) {
    List<Relationship> statements = new ArrayList<>();
    if (closed) {
      return statements;
    }
    kernel.dataRead().singleNode(entity, node);
    if (node.next()) {
      node.relationships(traversal, RelationshipSelection.selection(statedIn, Direction.OUTGOING));
      while (traversal.next()) {
        statements.add(read(traversal));
      }
    }
    return statements;
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (AutoCloseable cursor : List.of(nodes, node, relationships, traversal, properties)) {
      try {
        cursor.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    transaction.close();
  }

  private Node read(NodeCursor at) {
    TokenSet tokens = at.labels();
    List<String> names = new ArrayList<>(tokens.numberOfTokens());
    for (int i = 0; i < tokens.numberOfTokens(); i++) {
      names.add(labels.of(tokens.token(i)));
    }
    at.properties(properties, PropertySelection.ALL_PROPERTIES);
    return new Node(at.nodeReference(), names, readProperties());
  }

  private Relationship read(RelationshipDataAccessor at) {
    at.properties(properties, PropertySelection.ALL_PROPERTIES);
    return new Relationship(
        at.relationshipReference(),
        types.of(at.type()),
        at.sourceNodeReference(),
        at.targetNodeReference(),
        readProperties());
  }

  private Map<String, Object> readProperties() {
    Map<String, Object> read = new HashMap<>();
    while (properties.next()) {
      read.put(keys.of(properties.propertyKey()), properties.propertyValue().asObject());
    }
    return read;
  }

  @FunctionalInterface
  private interface Lookup {
    String name(int token);
  }

  /** The names of tokens, each looked up once. */
  private static final class Names {
    private final Lookup lookup;
    private final Map<Integer, String> known = new HashMap<>();

    Names(Lookup lookup) {
      this.lookup = lookup;
    }

    String of(int token) {
      return known.computeIfAbsent(token, lookup::name);
    }
  }

  /** What a cursor comes by, each read while the cursor is there. */
  private final class Rows<T> implements Iterator<T> {
    private final BooleanSupplier cursor;
    private final Supplier<T> row;
    private @Nullable T ahead;

    Rows(BooleanSupplier cursor, Supplier<T> row) {
      this.cursor = cursor;
      this.row = row;
    }

    @Override
    public boolean hasNext() {
      synchronized (StoredGraph.this) {
        if (ahead == null && !closed && cursor.getAsBoolean()) {
          ahead = row.get();
        }
        return ahead != null;
      }
    }

    @Override
    public T next() {
      T next = hasNext() ? ahead : null;
      if (next == null) {
        throw new NoSuchElementException();
      }
      ahead = null;
      return next;
    }
  }
}
