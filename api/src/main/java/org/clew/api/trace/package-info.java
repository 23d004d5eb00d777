/** Chains of evidence as documents. */
@NullMarked
package org.clew.api.trace;

import org.jspecify.annotations.NullMarked;
