/** Loads whole archives, from the start of the process until the graph can be asked. */
@NullMarked
package org.clew.benchmarks.load;

import org.jspecify.annotations.NullMarked;
