/** Sources and counts, as documents. */
@NullMarked
package org.clew.api.source;

import org.jspecify.annotations.NullMarked;
