/** Claims that two entities are the same, and what an analyst decided. */
@NullMarked
package org.clew.model.claim;

import org.jspecify.annotations.NullMarked;
