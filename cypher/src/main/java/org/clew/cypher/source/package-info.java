/** What is loaded. */
@NullMarked
package org.clew.cypher.source;

import org.jspecify.annotations.NullMarked;
