/** Who links to whom. */
@NullMarked
package org.clew.cypher.links;

import org.jspecify.annotations.NullMarked;
