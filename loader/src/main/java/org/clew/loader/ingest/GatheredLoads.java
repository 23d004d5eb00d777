package org.clew.loader.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clew.cypher.ingest.BulkFacts;
import org.clew.cypher.ingest.BulkImport;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.model.entity.EntityId;

/** What loads state, held until it is brought into a graph. */
final class GatheredLoads implements TargetGraph {
  private final List<Statements> loads = new ArrayList<>();
  private long facts;

  @Override
  public Set<EntityId> sources() {
    Set<EntityId> ids = new HashSet<>();
    loads.forEach(load -> load.facts().sources().forEach(source -> ids.add(source.id())));
    return ids;
  }

  @Override
  public boolean isComplete(String key) {
    return false;
  }

  @Override
  public void write(Statements statements, Runnable archive, GraphWriter.Progress progress) {
    archive.run();
    add(statements);
  }

  void add(Statements statements) {
    loads.add(statements);
    facts += statements.facts().entities().size() + (long) statements.facts().links().size();
  }

  List<Statements> loads() {
    return Collections.unmodifiableList(loads);
  }

  void clear() {
    loads.clear();
    facts = 0;
  }

  /** How many descriptions and links there are. */
  long size() {
    return facts;
  }

  /** All of it as one import; of what two loads say alike, the later counts. */
  BulkFacts together() {
    return BulkFacts.of(loads.stream().map(Statements::facts).toList());
  }

  /**
   * Writes it as files for {@code neo4j-admin}. They hold no marks of completion: a later load of
   * the same files into the imported database finds everything there, adds claims, and marks them.
   */
  void writeCsv(Path folder) {
    BulkImport.csv(folder, together());
  }
}
