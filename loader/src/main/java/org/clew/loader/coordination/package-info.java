/** Detection of coordination from the observation log, and what it says to the graph. */
@NullMarked
package org.clew.loader.coordination;

import org.jspecify.annotations.NullMarked;
