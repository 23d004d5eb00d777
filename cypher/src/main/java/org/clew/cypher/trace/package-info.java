/** The evidence that tracing reads, from the database. */
@NullMarked
package org.clew.cypher.trace;

import org.jspecify.annotations.NullMarked;
