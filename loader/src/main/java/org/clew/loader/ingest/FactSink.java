package org.clew.loader.ingest;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.clew.model.claim.Claim;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.Post;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/** Takes what a reader finds in a file. Statements may repeat; whoever implements it aggregates. */
public interface FactSink {
  /** Stands for the file itself as a source, whose id is known only once the file is read. */
  EntityId FILE = EntityId.source("this-file");

  /** The id of the file's source where it is known before the file is read, else {@link #FILE}. */
  EntityId file();

  /** A post and what was done in it, which are streamed on and counted as links. */
  void post(Post post, List<Observation> observations);

  /**
   * What a row says of an account as of a time: attributes by their key. The latest value stands;
   * handles and display names it had before are kept.
   */
  void profile(EntityId account, Map<String, Object> attributes, @Nullable Moment time, long line);

  /** The title the file gives itself. */
  void title(String title);

  /** A source that the file defines. */
  void source(Source source);

  /** What a source says of an entity, and the row where. */
  void entity(Entity entity, EntityId source, String evidence);

  /** A sourced relationship; its ends need not be described. */
  void link(Link link);

  /** What a source says of an entity, word for word: nothing is added or derived. */
  void verbatim(StatedEntity statement);

  /** A link, word for word; its ends are described apart. */
  void verbatim(Link link);

  /**
   * What a detection run asked or measured, as an export holds it.
   *
   * @param id of a source or of a link
   */
  void measured(String id, SortedMap<String, Object> measures);

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
