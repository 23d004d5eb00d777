/** A data folder and its graph as one file, and back. */
@NullMarked
package org.clew.loader.export;

import org.jspecify.annotations.NullMarked;
