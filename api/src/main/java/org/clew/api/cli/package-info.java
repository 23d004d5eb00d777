/** The command line. */
@NullMarked
package org.clew.api.cli;

import org.jspecify.annotations.NullMarked;
