package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.source.Grade;

/**
 * What an entity shows, derived from all its descriptions as {@link WriteQueries} derives it: the
 * better graded source wins each attribute, then the later one, then the one whose id comes first.
 */
final class DerivedEntity {
  /**
   * A description with its source's grade and date.
   *
   * @param date empty where the source has none
   */
  record Description(StatedEntity stated, Grade grade, String date) {}

  private static final Comparator<Description> WORST_FIRST =
      Comparator.comparingDouble((Description d) -> d.grade().quality())
          .thenComparing(Description::date)
          .thenComparing(d -> d.stated().source(), Comparator.reverseOrder());

  private DerivedEntity() {}

  /** The node's properties, id included, from at least one description. */
  static Map<String, Object> properties(Collection<Description> descriptions) {
    List<Description> ordered = new ArrayList<>(descriptions);
    ordered.sort(WORST_FIRST);
    EntityId id = ordered.get(0).stated().entity().id();
    Map<String, Object> derived = new HashMap<>();
    derived.put(GraphSchema.NAME, id.local());
    ordered.forEach(description -> derived.putAll(FactRows.said(description.stated())));
    derived.put(GraphSchema.ID, id.value());
    derived.keySet().removeAll(Attribute.ofNotes());
    return derived;
  }
}
