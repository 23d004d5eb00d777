package org.clew.model.observation;

import org.clew.model.entity.EntityId;

/**
 * The row of a file that something was read from.
 *
 * @param source the source the file stands for
 * @param file name of the file without its folder
 * @param line line at which the record starts, from 1
 */
public record Origin(EntityId source, String file, long line) {
  /** The reference as links cite it, such as {@code posts.csv:17}. */
  public String reference() {
    return file + ":" + line;
  }
}
