package org.clew.loader.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.observation.Damage;
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
   * @param damaged files that could not be looked into, where something may be left
   */
  public record Report(
      Set<EntityId> erased, long rows, long rejects, long entities, List<Damage> damaged) {
    public Report {
      damaged = List.copyOf(damaged);
    }
  }

  /**
   * Erases an entity. The graph comes last, so that an interrupted erasure can be run again.
   *
   * @param entity its id
   * @param attributes what the graph says of it; its handles go too
   * @throws ClewException USAGE when it is a source, a state or a cluster, which is nobody
   */
  public Report erase(EntityId entity, Map<String, Object> attributes) {
    requirePerson(entity);
    return data.changing(
        () -> {
          Report report = eraseEverywhere(entity, attributes);
          data.journal().record(store, "erase", "");
          return report;
        });
  }

  private Report eraseEverywhere(EntityId entity, Map<String, Object> attributes) {
    Set<EntityId> ids = withHandles(entity, attributes);
    data.pseudonyms().ifPresent(pseudonyms -> ids.add(pseudonyms.of(entity)));
    Erasure log = data.log().erase(ids, names(ids, attributes));
    List<Damage> damaged = new ArrayList<>(log.damaged());
    damaged.addAll(data.statements().erase(ids::contains));
    long rejects = eraseRejects(damaged);
    long entities = ids.stream().filter(writer::erase).count();
    return new Report(ids, log.rows(), rejects, entities, damaged);
  }

  /** What a rejected row can call them: the ids without their kind, and names of several words. */
  private static Set<String> names(Set<EntityId> ids, Map<String, Object> attributes) {
    Set<String> names = new TreeSet<>();
    ids.forEach(id -> names.add(id.local().substring(id.local().indexOf(':') + 1)));
    if (attributes.get(Attribute.DISPLAY_NAME.key()) instanceof String name
        && name.strip().contains(" ")) {
      names.add(name);
    }
    return names;
  }

  private static void requirePerson(EntityId entity) {
    switch (entity.kind()) {
      case SOURCE ->
          throw new ClewException(
              Reason.USAGE,
              entity + " is a source; 'clew unload' takes back all that it said, and nobody else.");
      case STATE, CLUSTER ->
          throw new ClewException(
              Reason.USAGE,
              entity
                  + " is a "
                  + entity.kind().idPrefix()
                  + ", and no person; what is said of it goes with the source that says it.");
      default -> {}
    }
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

  private long eraseRejects(List<Damage> damaged) {
    Predicate<String> named = data.log().erasedNames();
    try {
      long rows = 0;
      for (Path file : DurableFiles.list(data.rejects())) {
        try {
          rows += RejectsFile.without(file, named);
        } catch (CsvParseException e) {
          damaged.add(new Damage("rejects/" + file.getFileName(), "It is no CSV any more."));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The files of rejected rows cannot be rewritten: " + e, e);
    }
  }
}
