/** Runs benchmarks in processes of their own and writes down what they measured. */
@NullMarked
package org.clew.benchmarks;

import org.jspecify.annotations.NullMarked;
