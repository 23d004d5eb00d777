/** Chains of control evidence from a subject to its targets. */
@NullMarked
package org.clew.model.trace;

import org.jspecify.annotations.NullMarked;
