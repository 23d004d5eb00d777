package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.observation.DurableFiles;
import org.clew.loader.observation.Erasure;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;

/**
 * Forgets an entity, such as a person's account: in the log, in the archive of loads, in the files
 * of rejected rows and in the graph, whose indexes follow it. A keyed hash stays, which tells that
 * something was removed and keeps a later load of the same file from bringing it back.
 */
public final class PersonErasure {
  private final GraphStore store;
  private final GraphWriter writer;
  private final DataFolder data;

  /** The erasure from a graph and from what stands beside it. */
  public PersonErasure(GraphStore store, DataFolder data) {
    this.store = store;
    this.writer = GraphWriter.of(store);
    this.data = data;
  }

  /**
   * What was removed.
   *
   * @param erased the ids that are barred from now on: the entity, and its handles as ids
   * @param rows rows that went from the observation log
   * @param rejects rows that went from the files of rejected rows
   * @param entities nodes that went from the graph
   */
  public record Report(Set<EntityId> erased, long rows, long rejects, long entities) {}

  /**
   * Erases an entity. The graph comes last, so that an interrupted erasure can be run again.
   *
   * @param entity its id
   * @param attributes what the graph says of it; its handles go too
   */
  public Report erase(EntityId entity, Map<String, Object> attributes) {
    return data.changing(
        () -> {
          Report report = eraseEverywhere(entity, attributes);
          data.journal().record(store, "erase", "");
          return report;
        });
  }

  private Report eraseEverywhere(EntityId entity, Map<String, Object> attributes) {
    Set<EntityId> ids = withHandles(entity, attributes);
    Erasure log = data.log().erase(ids);
    data.statements().erase(ids::contains);
    long rejects = eraseRejects(ids);
    long entities = ids.stream().filter(writer::erase).count();
    return new Report(ids, log.rows(), rejects, entities);
  }

  private static Set<EntityId> withHandles(EntityId entity, Map<String, Object> attributes) {
    Set<EntityId> ids = new TreeSet<>(Set.of(entity));
    int colon = entity.local().indexOf(':');
    switch (entity.kind()) {
      case ACCOUNT, PAGE, GROUP -> {
        String prefix =
            entity.kind().idPrefix() + ":" + entity.local().substring(0, Math.max(0, colon)) + ":@";
        handles(attributes)
            .forEach(handle -> ids.add(new EntityId(prefix + handle.toLowerCase(Locale.ROOT))));
      }
      default -> {}
    }
    return ids;
  }

  private static Set<String> handles(Map<String, Object> attributes) {
    Set<String> handles = new LinkedHashSet<>();
    if (attributes.get(Attribute.HANDLE.key()) instanceof String handle && !handle.isBlank()) {
      handles.add(handle);
    }
    if (attributes.get(Attribute.FORMER_HANDLES.key()) instanceof List<?> former) {
      former.forEach(handle -> handles.add(handle.toString()));
    }
    return handles;
  }

  private long eraseRejects(Set<EntityId> ids) {
    try {
      long rows = 0;
      for (Path file : DurableFiles.list(data.rejects())) {
        rows += RejectsFile.without(file, ids);
      }
      return rows;
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The files of rejected rows cannot be rewritten: " + e, e);
    }
  }
}
