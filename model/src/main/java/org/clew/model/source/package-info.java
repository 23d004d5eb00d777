/** Sources, their grades and dates. */
@NullMarked
package org.clew.model.source;

import org.jspecify.annotations.NullMarked;
