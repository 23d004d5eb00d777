package org.clew.api.cli;

import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.StoreSettings;

/** How a command gets its graph. */
@FunctionalInterface
interface StoreOpener {
  GraphStore open(StoreSettings settings);
}
