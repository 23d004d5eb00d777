/** Makes platform archives of any size whose clusters, chain and news event are known. */
@NullMarked
package org.clew.benchmarks.campaign;

import org.jspecify.annotations.NullMarked;
