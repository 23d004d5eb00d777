package org.clew.cypher.ingest;

import java.util.List;
import java.util.Map;

/**
 * A node as an importer writes it.
 *
 * @param number its place among all nodes, from 0
 * @param properties with the id
 */
record ImportNode(long number, List<String> labels, Map<String, Object> properties) {}
