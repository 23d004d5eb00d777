/** The write stage alone: the same facts by each write path and by its floor. */
@NullMarked
package org.clew.benchmarks.write;

import org.jspecify.annotations.NullMarked;
