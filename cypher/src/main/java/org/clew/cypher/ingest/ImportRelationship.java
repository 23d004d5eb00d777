package org.clew.cypher.ingest;

import java.util.Map;
import org.clew.model.entity.EntityId;

/** A relationship as an importer writes it. */
record ImportRelationship(
    String type, EntityId from, EntityId to, Map<String, Object> properties) {}
