/** Readers that turn one file into facts, rejected rows and counts. */
@NullMarked
package org.clew.loader.ingest;

import org.jspecify.annotations.NullMarked;
