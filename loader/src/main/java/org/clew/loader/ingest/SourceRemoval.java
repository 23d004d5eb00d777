package org.clew.loader.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.observation.Damage;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;

/** Takes back all that one source said, in the log, in the archive of loads and in the graph. */
public final class SourceRemoval {
  private final GraphStore store;
  private final GraphWriter writer;
  private final DataFolder data;

  /** The removal from a graph and from what stands beside it. */
  public SourceRemoval(GraphStore store, DataFolder data) {
    this.store = store;
    this.writer = GraphWriter.of(store);
    this.data = data;
  }

  /**
   * What was taken back.
   *
   * @param removed how much: {@code rows} of the log, {@code links}, {@code statements}, {@code
   *     entities}
   * @param damaged archived loads that could not be looked into, where the source may still stand
   */
  public record Report(Map<String, Long> removed, List<Damage> damaged) {
    public Report {
      removed = Collections.unmodifiableMap(new LinkedHashMap<>(removed));
      damaged = List.copyOf(damaged);
    }
  }

  /**
   * Takes a source back; the graph comes last, so that an interrupted removal can be run again.
   *
   * @throws ClewException NOT_FOUND when there is no such source
   */
  public Report remove(EntityId source) {
    return data.changing(
        () -> {
          Report report = removeEverywhere(source);
          data.journal().record(store, "unload", source.value());
          return report;
        });
  }

  private Report removeEverywhere(EntityId source) {
    Map<String, Long> removed = new LinkedHashMap<>();
    long rows = data.log().remove(source);
    List<Damage> damaged = data.statements().remove(source);
    removed.put("rows", rows);
    try {
      removed.putAll(writer.unload(source));
    } catch (ClewException e) {
      if (e.reason() != Reason.NOT_FOUND || rows == 0) {
        throw e;
      }
    }
    return new Report(removed, damaged);
  }
}
