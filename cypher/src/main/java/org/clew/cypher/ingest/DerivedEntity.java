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

/**
 * What an entity shows, derived from all its descriptions as {@link WriteQueries} derives it: the
 * better graded source wins each attribute, then the later one, then the one whose id comes first.
 */
final class DerivedEntity {
  /**
   * A description and what counts of its source.
   *
   * @param said the properties it gives, and others of its own that are left out
   * @param quality of the source's grade
   * @param date empty where the source has none
   * @param source its id
   */
  record Description(Map<String, Object> said, double quality, String date, String source) {}

  /**
   * What counts of a source.
   *
   * @param quality of its grade
   * @param date empty where it has none
   */
  record Cited(double quality, String date) {
    /** From the properties of its node. */
    static Cited of(Map<String, Object> source) {
      return new Cited(
          source.get("quality") instanceof Number quality ? quality.doubleValue() : 0,
          String.valueOf(source.getOrDefault("date", "")));
    }

    Description says(Map<String, Object> said, String source) {
      return new Description(said, quality, date, source);
    }
  }

  private static final Comparator<Description> WORST_FIRST =
      Comparator.comparingDouble(Description::quality)
          .thenComparing(Description::date)
          .thenComparing(Description::source, Comparator.reverseOrder());

  private DerivedEntity() {}

  /** The node's properties, id included. */
  static Map<String, Object> properties(EntityId id, Collection<Description> descriptions) {
    List<Description> ordered = new ArrayList<>(descriptions);
    ordered.sort(WORST_FIRST);
    Map<String, Object> derived = new HashMap<>();
    derived.put(GraphSchema.NAME, id.local());
    ordered.forEach(description -> derived.putAll(description.said()));
    derived.put(GraphSchema.ID, id.value());
    derived.remove(GraphSchema.EVIDENCE);
    derived.keySet().removeAll(Attribute.ofNotes());
    return derived;
  }
}
