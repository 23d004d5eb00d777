/** Posts, and what accounts were observed to do in them. */
@NullMarked
package org.clew.model.observation;

import org.jspecify.annotations.NullMarked;
