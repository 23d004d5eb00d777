/** What may be concluded from the evidence, how surely, and what the conclusion hangs on. */
@NullMarked
package org.clew.model.attribution;

import org.jspecify.annotations.NullMarked;
