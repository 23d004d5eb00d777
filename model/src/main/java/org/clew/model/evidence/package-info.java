/** What one piece of control evidence is worth. */
@NullMarked
package org.clew.model.evidence;

import org.jspecify.annotations.NullMarked;
