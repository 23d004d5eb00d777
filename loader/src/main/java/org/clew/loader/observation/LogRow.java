package org.clew.loader.observation;

import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/** One row of a segment: a post or an observation. */
record LogRow(
    ObservationKind kind,
    String account,
    @Nullable String artifact,
    @Nullable Moment time,
    String post,
    @Nullable String target,
    Origin origin,
    @Nullable String language,
    @Nullable String text) {

  static LogRow of(Observation observation) {
    EntityId target = observation.target();
    return new LogRow(
        observation.kind(),
        observation.account().value(),
        observation.artifact(),
        observation.time(),
        observation.post(),
        target == null ? null : target.value(),
        observation.origin(),
        null,
        null);
  }

  static LogRow of(Post post) {
    return new LogRow(
        ObservationKind.POST,
        post.account().value(),
        null,
        post.time(),
        post.id(),
        null,
        post.origin(),
        post.language(),
        post.text());
  }

  Observation toObservation() {
    if (artifact == null) {
      throw new IllegalStateException("A row of kind " + kind.id() + " has no artifact.");
    }
    EntityId targetId = target == null ? null : new EntityId(target);
    return new Observation(kind, new EntityId(account), artifact, time, post, targetId, origin);
  }

  Post toPost() {
    return new Post(new EntityId(account), post, time, language, text, origin);
  }

  LogRow withoutTarget() {
    return new LogRow(kind, account, artifact, time, post, null, origin, language, text);
  }
}
