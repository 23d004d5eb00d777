/** Verdicts as documents. */
@NullMarked
package org.clew.api.attribution;

import org.jspecify.annotations.NullMarked;
