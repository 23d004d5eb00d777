/** What a reader turns a file into: accepted facts and rejected rows. */
@NullMarked
package org.clew.model.ingest;

import org.jspecify.annotations.NullMarked;
