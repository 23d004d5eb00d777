/** Loads, as documents. */
@NullMarked
package org.clew.api.ingest;

import org.jspecify.annotations.NullMarked;
