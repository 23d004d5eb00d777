/** Detection runs, their clusters and their edges in the graph. */
@NullMarked
package org.clew.cypher.coordination;

import org.jspecify.annotations.NullMarked;
