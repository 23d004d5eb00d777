/** Sourced relationships between two entities. */
@NullMarked
package org.clew.model.links;

import org.jspecify.annotations.NullMarked;
