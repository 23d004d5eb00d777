package org.clew.loader.ingest;

import java.util.Set;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.model.entity.EntityId;

/** The graph that loads go to once what they state is in the archive. */
interface TargetGraph {
  /** The sources it has, which a file may cite. */
  Set<EntityId> sources();

  /** Whether the load with that key is in it, with the mark of completion. */
  boolean isComplete(String key);

  /**
   * Takes what a load states. Nothing is lost when this fails, since the archive has it before the
   * graph does.
   *
   * @param archive brings it into the archive
   */
  void write(Statements statements, Runnable archive, GraphWriter.Progress progress);
}
