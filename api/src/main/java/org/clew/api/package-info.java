/** The front door: what command line and HTTP share. */
@NullMarked
package org.clew.api;

import org.jspecify.annotations.NullMarked;
