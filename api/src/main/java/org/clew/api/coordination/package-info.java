/** Detections, runs and clusters, as documents. */
@NullMarked
package org.clew.api.coordination;

import org.jspecify.annotations.NullMarked;
