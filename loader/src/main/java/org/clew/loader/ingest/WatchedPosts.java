package org.clew.loader.ingest;

import java.util.function.LongConsumer;
import org.clew.model.observation.Observation;
import org.clew.model.observation.Post;

/** Passes posts on and tells how many there were. */
final class WatchedPosts implements PostSink {
  private final PostSink next;
  private final LongConsumer watcher;
  private long posts;

  WatchedPosts(PostSink next, LongConsumer watcher) {
    this.next = next;
    this.watcher = watcher;
  }

  @Override
  public void add(Post post) {
    next.add(post);
    posts++;
    watcher.accept(posts);
  }

  @Override
  public void add(Observation observation) {
    next.add(observation);
  }

  @Override
  public void end() {
    next.end();
  }
}
