/** Files and streams as facts. */
@NullMarked
package org.clew.loader;

import org.jspecify.annotations.NullMarked;
