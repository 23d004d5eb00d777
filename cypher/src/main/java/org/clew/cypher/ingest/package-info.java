/** Writes facts by key and takes sources back. */
@NullMarked
package org.clew.cypher.ingest;

import org.jspecify.annotations.NullMarked;
