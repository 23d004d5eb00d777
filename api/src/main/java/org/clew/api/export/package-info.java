/**
 * Writes a graph or a part of it in the formats of other tools, streaming and in a stable order.
 */
@NullMarked
package org.clew.api.export;

import org.jspecify.annotations.NullMarked;
