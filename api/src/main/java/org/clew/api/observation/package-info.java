/** The raw rows behind links, as documents. */
@NullMarked
package org.clew.api.observation;

import org.jspecify.annotations.NullMarked;
