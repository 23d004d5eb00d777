/** Questions that are kept under a name. */
@NullMarked
package org.clew.api.query;

import org.jspecify.annotations.NullMarked;
