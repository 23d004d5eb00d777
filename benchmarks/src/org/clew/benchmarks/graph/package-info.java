/** A large graph that several benchmarks share. */
@NullMarked
package org.clew.benchmarks.graph;

import org.jspecify.annotations.NullMarked;
