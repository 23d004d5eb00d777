package org.clew.api.cli;

import java.nio.file.Path;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.StoreSettings;

/** How a command gets its graph. */
@FunctionalInterface
interface StoreOpener {
  GraphStore open(StoreSettings settings);

  /** Whether that data directory is there. */
  default boolean exists(Path data) {
    return true;
  }
}
