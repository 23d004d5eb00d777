/**
 * Detection of coordination: who acted on the same things at the same time, whether that is more
 * than chance, and which groups of accounts come of it.
 *
 * <p>Everything here works on numbers: accounts, artifacts and posts are dense indexes whose
 * dictionaries the caller keeps. Results are the same for any number of threads.
 */
@NullMarked
package org.clew.model.coordination;

import org.jspecify.annotations.NullMarked;
