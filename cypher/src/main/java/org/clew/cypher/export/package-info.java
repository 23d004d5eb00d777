/** Streams the graph or a part of it in a stable order. */
@NullMarked
package org.clew.cypher.export;

import org.jspecify.annotations.NullMarked;
