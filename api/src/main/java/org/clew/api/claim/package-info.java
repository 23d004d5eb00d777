/** Claims that two entities are the same, as documents. */
@NullMarked
package org.clew.api.claim;

import org.jspecify.annotations.NullMarked;
