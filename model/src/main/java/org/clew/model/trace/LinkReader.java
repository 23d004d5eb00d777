package org.clew.model.trace;

import java.util.List;
import org.clew.model.links.Link;

/** Reads whole links when a result needs them. */
@FunctionalInterface
public interface LinkReader {
  /**
   * The links, in the order asked for.
   *
   * @throws org.clew.model.ClewException UNAVAILABLE when one is no longer there
   */
  List<Link> read(List<LinkKey> keys);
}
