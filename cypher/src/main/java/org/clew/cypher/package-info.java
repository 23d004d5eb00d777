/** Clew and Neo4j. */
@NullMarked
package org.clew.cypher;

import org.jspecify.annotations.NullMarked;
