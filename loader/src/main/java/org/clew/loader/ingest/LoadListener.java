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

  /** So many of its facts are committed. */
  void writing(String file, long written, long total);
}
