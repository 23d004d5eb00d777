/** Finds entities. */
@NullMarked
package org.clew.cypher.entity;

import org.jspecify.annotations.NullMarked;
