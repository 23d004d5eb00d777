/** Who may ask what over HTTP, how often, and the record of it. */
@NullMarked
package org.clew.api.access;

import org.jspecify.annotations.NullMarked;
