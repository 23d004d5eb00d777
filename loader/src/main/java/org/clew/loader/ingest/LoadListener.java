package org.clew.loader.ingest;

/** Told how a load goes on, on the loading thread. */
public interface LoadListener {
  /** Nobody listens. */
  LoadListener NONE =
      new LoadListener() {
        @Override
        public void reading(String file) {}

        @Override
        public void writing(String file, long written, long total) {}
      };

  /** A file is being read. */
  void reading(String file);

  /** A file waits while another load writes the observation log; then it is being read again. */
  default void waiting(String file) {}

  /**
   * So many rows of a file of posts were read; called now and then.
   *
   * @param share of the file that was read, from 0 to 1; 0 where its size is not known
   */
  default void rowsRead(String file, long rows, double share) {}

  /** The importer begins to build a graph with so many new descriptions and links. */
  default void building(long facts) {}

  /** Whether the load shall stop at the next point where nothing is lost. */
  default boolean isStopRequested() {
    return false;
  }

  /** So many of its facts are committed. */
  void writing(String file, long written, long total);
}
