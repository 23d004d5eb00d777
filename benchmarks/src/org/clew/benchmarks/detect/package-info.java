/** Detection, from the log to edges. */
@NullMarked
package org.clew.benchmarks.detect;

import org.jspecify.annotations.NullMarked;
