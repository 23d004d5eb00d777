package org.clew.cypher.coordination;

import java.util.HashMap;
import java.util.Map;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.links.Link;

/** Measured links as the parameter rows of a write query. */
final class MeasuredRows {
  private MeasuredRows() {}

  static Map<String, Object> of(MeasuredLink measured) {
    Link link = measured.link();
    Map<String, Object> properties = new HashMap<>(measured.measures());
    properties.put(GraphSchema.ID, link.id());
    properties.put(GraphSchema.SOURCE, link.source().value());
    properties.put(GraphSchema.COUNT, link.count());
    properties.put(GraphSchema.BASIS, link.basis().word());
    properties.put(GraphSchema.EVIDENCE, link.evidence());
    if (link.firstSeen() != null) {
      properties.put(GraphSchema.FIRST_SEEN, link.firstSeen().toString());
    }
    if (link.lastSeen() != null) {
      properties.put(GraphSchema.LAST_SEEN, link.lastSeen().toString());
    }
    return Map.of(
        GraphSchema.ID,
        link.id(),
        "from",
        link.from().value(),
        "to",
        link.to().value(),
        "properties",
        properties);
  }
}
