package org.clew.cypher.ingest;

import java.util.Map;

/**
 * A relationship as an importer writes it.
 *
 * @param from the number of the node it begins at
 * @param to the number of the node it ends at
 */
record ImportRelationship(String type, long from, long to, Map<String, Object> properties) {}
