package org.clew.loader.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * What analysts hold for innocent. Each mark is a source of its own, so that it is shown with what
 * it takes away, stands in a rebuilt graph, and can be taken back.
 */
public final class AnalystMarks {
  private static final String FORMAT = "mark";

  private final GraphStore store;
  private final DataFolder data;

  /** The marks in a graph and beside it. */
  public AnalystMarks(GraphStore store, DataFolder data) {
    this.store = store;
    this.data = data;
  }

  /** The source that a mark on an entity is. */
  public static EntityId source(EntityId entity) {
    return EntityId.source("mark-" + Hashes.shortHash(entity.value()));
  }

  /**
   * Marks an entity or indicator as benign, in place of an earlier mark on it.
   *
   * @param by who says so; null where that is not said
   */
  public EntityId add(EntityId entity, String reason, @Nullable String by, LocalDate day) {
    PartialDate date = new PartialDate(day.toString());
    Source source =
        new Source(
            source(entity),
            "Mark on " + entity,
            by,
            date,
            Grade.UNKNOWN,
            null,
            null,
            null,
            null,
            FORMAT,
            List.of());
    String said = reason + " (" + (by == null ? "" : by + ", ") + date + ")";
    Entity marked = Entity.of(entity, entity.local(), Map.of(Attribute.BENIGN.key(), said));
    new AnalystStatement(source, marked, said).write(store, data);
    return source.id();
  }
}
