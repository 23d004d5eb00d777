/** Proposals that two entities are the same, for an analyst to accept or reject. */
@NullMarked
package org.clew.loader.claim;

import org.jspecify.annotations.NullMarked;
