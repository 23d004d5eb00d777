/** Labels, types, properties, constraints and their migrations, written once. */
@NullMarked
package org.clew.cypher.schema;

import org.jspecify.annotations.NullMarked;
