/** Who links to whom, as documents. */
@NullMarked
package org.clew.api.links;

import org.jspecify.annotations.NullMarked;
