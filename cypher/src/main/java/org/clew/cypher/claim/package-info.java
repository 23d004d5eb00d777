/** Claims that two entities are the same, and what was decided on them. */
@NullMarked
package org.clew.cypher.claim;

import org.jspecify.annotations.NullMarked;
