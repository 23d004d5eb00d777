package org.clew.cypher.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.neo4j.batchimport.api.InputIterable;
import org.neo4j.batchimport.api.InputIterator;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.IdType;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.batchimport.api.input.InputChunk;
import org.neo4j.batchimport.api.input.InputEntityVisitor;
import org.neo4j.batchimport.api.input.PropertySizeCalculator;
import org.neo4j.batchimport.api.input.ReadableGroups;

/**
 * Rows as Neo4j's importer takes them, whose threads also make the rows. Nodes have their numbers
 * already, so that the importer need not find out which id is which node.
 */
final class FactInput implements Input {
  /** Rows that a thread takes at a time. */
  private static final int CHUNK = 1_000;

  private final ImportRows rows;

  FactInput(ImportRows rows) {
    this.rows = rows;
  }

  @Override
  public InputIterable nodes(Collector collector) {
    return () -> new Chunks<>(rows.nodes(), FactInput::visit);
  }

  @Override
  public InputIterable relationships(Collector collector) {
    return () -> new Chunks<>(rows.relationships(), FactInput::visit);
  }

  @Override
  public IdType idType() {
    return IdType.ACTUAL;
  }

  @Override
  public ReadableGroups groups() {
    return ReadableGroups.EMPTY;
  }

  /** Only for warnings of the importer; nobody knows before the rows were made. */
  @Override
  public Estimates validateAndEstimate(PropertySizeCalculator sizes) {
    return Input.knownEstimates(0, 0, 0, 0, 0, 0, 0);
  }

  private static void visit(ImportNode node, InputEntityVisitor visitor) {
    visitor.id(node.number());
    visitor.labels(node.labels().toArray(String[]::new));
    properties(node.properties(), visitor);
  }

  private static void visit(ImportRelationship relationship, InputEntityVisitor visitor) {
    visitor.startId(relationship.from());
    visitor.endId(relationship.to());
    visitor.type(relationship.type());
    properties(relationship.properties(), visitor);
  }

  private static void properties(Map<String, Object> properties, InputEntityVisitor visitor) {
    properties.forEach((name, value) -> visitor.property(name, FactRows.stored(value)));
  }

  @FunctionalInterface
  private interface Visit<T> {
    void accept(T row, InputEntityVisitor visitor);
  }

  /** Hands rows out, so many at a time. */
  private static final class Chunks<T> implements InputIterator {
    private final Iterator<Supplier<T>> rows;
    private final Visit<T> visit;

    Chunks(Iterator<Supplier<T>> rows, Visit<T> visit) {
      this.rows = rows;
      this.visit = visit;
    }

    @Override
    public InputChunk newChunk() {
      return new Chunk<>(visit);
    }

    @Override
    @SuppressWarnings("unchecked") // the importer gives back what newChunk gave
    public synchronized boolean next(InputChunk chunk) {
      return ((Chunk<T>) chunk).fill(rows);
    }

    @Override
    public void close() {}
  }

  private static final class Chunk<T> implements InputChunk {
    private final Visit<T> visit;
    private final List<Supplier<T>> rows = new ArrayList<>(CHUNK);
    private int next;

    Chunk(Visit<T> visit) {
      this.visit = visit;
    }

    boolean fill(Iterator<Supplier<T>> all) {
      rows.clear();
      next = 0;
      while (rows.size() < CHUNK && all.hasNext()) {
        rows.add(all.next());
      }
      return !rows.isEmpty();
    }

    @Override
    public boolean next(InputEntityVisitor visitor) throws IOException {
      if (next == rows.size()) {
        return false;
      }
      visit.accept(rows.get(next++).get(), visitor);
      visitor.endOfEntity();
      return true;
    }

    @Override
    public void close() {}
  }
}
