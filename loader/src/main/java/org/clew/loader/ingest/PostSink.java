package org.clew.loader.ingest;

import org.clew.loader.observation.LoadWriter;
import org.clew.model.observation.Observation;
import org.clew.model.observation.Post;

/** Takes posts and what was done in them as a file is read; nobody keeps them in memory. */
public interface PostSink {
  /** Lets all of it go. */
  PostSink NONE =
      new PostSink() {
        @Override
        public void add(Post post) {}

        @Override
        public void add(Observation observation) {}
      };

  /** Writes into a load of the observation log. */
  static PostSink of(LoadWriter writer) {
    return new PostSink() {
      @Override
      public void add(Post post) {
        writer.add(post);
      }

      @Override
      public void add(Observation observation) {
        writer.add(observation);
      }

      @Override
      public void end() {
        writer.end();
      }
    };
  }

  /** Takes a post. */
  void add(Post post);

  /** Takes what was done in a post. */
  void add(Observation observation);

  /** Nothing more comes. */
  default void end() {}
}
