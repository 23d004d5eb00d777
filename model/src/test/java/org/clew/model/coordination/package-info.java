/** Tests of detection. */
@NullMarked
package org.clew.model.coordination;

import org.jspecify.annotations.NullMarked;
