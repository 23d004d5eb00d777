package org.clew.loader.ingest;

import org.clew.model.claim.Claim;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Link;
import org.clew.model.source.Source;

/** Takes what a reader finds in a file. Statements may repeat; whoever implements it aggregates. */
public interface FactSink {
  /** Stands for the file itself as a source, whose id is known only once the file is read. */
  EntityId FILE = EntityId.source("this-file");

  /** The title the file gives itself. */
  void title(String title);

  /** A source that the file defines. */
  void source(Source source);

  /** What a source says of an entity, and the row where. */
  void entity(Entity entity, EntityId source, String evidence);

  /** A sourced relationship; its ends need not be described. */
  void link(Link link);

  /** A claim that two entities are the same. */
  void claim(Claim claim);

  /** A row was taken over. */
  void accepted();

  /** A row was seen before. */
  void duplicate();

  /** A row is empty; it counts apart. */
  void blank();

  /** A row was not taken over. */
  void rejectRow(RejectedRow reject);

  /** One value of an accepted row was not taken over. */
  void rejectValue(RejectedRow reject);
}
