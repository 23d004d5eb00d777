/** How long traces take, beside the Cypher a user would write. */
@NullMarked
package org.clew.benchmarks.trace;

import org.jspecify.annotations.NullMarked;
