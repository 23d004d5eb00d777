package org.clew.cypher.schema;

/**
 * The names that stand in the graph beside those of {@link org.clew.model.entity.EntityKind},
 * {@link org.clew.model.entity.Attribute} and {@link org.clew.model.links.LinkType}. They are
 * written here once; queries in text blocks spell them out and a test compares.
 */
public final class GraphSchema {
  /** Label of every entity, beside that of its kind. */
  public static final String ENTITY = "Entity";

  /** Relationship from an entity to a source: what that source says of it. */
  public static final String STATED_IN = "STATED_IN";

  /** Label of the one node that holds the versions. */
  public static final String META = "ClewMeta";

  /** Label of the marks of completed loads. */
  public static final String LOAD = "ClewLoad";

  /** Full-text index over what a person may call an entity. */
  public static final String NAME_INDEX = "entity_names";

  /** Unique id of an entity or a link. */
  public static final String ID = "id";

  public static final String NAME = "name";
  public static final String SOURCE = "source";
  public static final String FIRST_SEEN = "firstSeen";
  public static final String LAST_SEEN = "lastSeen";
  public static final String COUNT = "count";
  public static final String BASIS = "basis";
  public static final String EVIDENCE_KIND = "evidenceKind";
  public static final String GRADE = "grade";
  public static final String EVIDENCE = "evidence";
  public static final String NOTE = "note";
  public static final String STATUS = "status";

  private GraphSchema() {}
}
