/** Clew in pure Java: the graph model, the weighing of evidence and the algorithms. */
@NullMarked
package org.clew.model;

import org.jspecify.annotations.NullMarked;
