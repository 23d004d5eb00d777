package org.clew.loader.ingest;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.cypher.source.GraphStatus;
import org.clew.cypher.source.Sources;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/** A graph that is open: loads are written in transactions, one after another. */
final class OpenGraph implements TargetGraph {
  private final GraphStore store;
  private final GraphWriter writer;
  private final Proposals proposals;
  private @Nullable Set<EntityId> sources;

  OpenGraph(GraphStore store, GraphWriter writer, ClaimDecisions decisions) {
    this.store = store;
    this.writer = writer;
    this.proposals = new Proposals(store, decisions);
  }

  /** Asked once: a run of thousands of files asks before each. */
  @Override
  public Set<EntityId> sources() {
    Set<EntityId> known = sources;
    if (known == null) {
      known = new HashSet<>();
      for (Source source : new Sources(store).all()) {
        known.add(source.id());
      }
      sources = known;
    }
    return Collections.unmodifiableSet(known);
  }

  /** How many nodes and relationships it has. */
  long size() {
    return GraphStatus.size(store);
  }

  @Override
  public boolean isComplete(String key) {
    return writer.isComplete(key);
  }

  @Override
  public void write(Statements statements, Runnable archive, GraphWriter.Progress progress) {
    archive.run();
    write(statements, progress);
  }

  void write(Statements statements, GraphWriter.Progress progress) {
    write(statements.facts(), statements, progress);
  }

  /** Completes a load whose facts are in the graph already: what is left are claims and mark. */
  void complete(Statements statements) {
    Facts stated = statements.facts();
    Facts sources = new Facts(stated.sources(), List.of(), List.of(), stated.measures());
    write(sources, statements, GraphWriter.Progress.NONE);
  }

  private void write(Facts facts, Statements statements, GraphWriter.Progress progress) {
    if (sources != null) {
      for (Source source : facts.sources()) {
        sources.add(source.id());
      }
    }
    writer.write(facts, statements.header().key(), progress, () -> proposals.propose(statements));
  }
}
