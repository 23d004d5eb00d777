/** What the graph holds of a subject's case beside the evidence. */
@NullMarked
package org.clew.cypher.attribution;

import org.jspecify.annotations.NullMarked;
