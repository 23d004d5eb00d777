/** What clients of the HTTP API see. */
@NullMarked
package org.clew.benchmarks.http;

import org.jspecify.annotations.NullMarked;
