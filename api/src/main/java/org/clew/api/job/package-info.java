/** Work that takes longer than a request: what runs, how far it is, and how to stop it. */
@NullMarked
package org.clew.api.job;

import org.jspecify.annotations.NullMarked;
