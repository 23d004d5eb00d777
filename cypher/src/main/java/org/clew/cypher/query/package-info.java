/** The read-only gate for an analyst's own Cypher. */
@NullMarked
package org.clew.cypher.query;

import org.jspecify.annotations.NullMarked;
