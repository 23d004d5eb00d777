/** The embedded or remote Neo4j and the one way to talk to it. */
@NullMarked
package org.clew.cypher.database;

import org.jspecify.annotations.NullMarked;
