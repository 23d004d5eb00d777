/** The observation log: what accounts were observed to do, in columnar files beside the graph. */
@NullMarked
package org.clew.loader.observation;

import org.jspecify.annotations.NullMarked;
