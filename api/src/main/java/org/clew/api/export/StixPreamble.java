package org.clew.api.export;

import java.util.List;

/** The objects that stand before those of the graph: author and extension. */
final class StixPreamble {
  private static final String AUTHOR = StixIds.own("identity", "clew");

  private StixPreamble() {}

  static List<StixObject> objects() {
    return List.of(author(), extension());
  }

  /** Says that something was left out; a bundle has no other place for it. */
  static StixObject truncated(String reason) {
    return StixObject.dated("note", StixIds.own("note", "truncated"))
        .with("content", reason)
        .with("object_refs", List.of(AUTHOR));
  }

  private static StixObject author() {
    return StixObject.dated("identity", AUTHOR)
        .with("name", "Clew")
        .with("identity_class", "system");
  }

  private static StixObject extension() {
    return StixObject.dated("extension-definition", StixObject.EXTENSION)
        .with("created_by_ref", AUTHOR)
        .with("name", "Clew")
        .with("description", "The entities, links, sources and statements of a Clew graph.")
        .with(
            "schema",
            "entity_id, source_id, link_id, cluster_id: ids in the graph. kind: kind of entity. link_type: type"
                + " of link. from_id, to_id: ids of its ends. properties: all properties that the"
                + " node or relationship has in the graph, by their names there. clew-source: a"
                + " source. clew-artifact: an object that accounts share and that is no URL.")
        .with("version", "1.0.0")
        .with("extension_types", List.of("property-extension", "new-sdo", "new-sco"));
  }
}
