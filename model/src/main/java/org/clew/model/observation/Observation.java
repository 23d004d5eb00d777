package org.clew.model.observation;

import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * One observed act of an account: it linked a URL, reshared a post, used a hashtag.
 *
 * @param kind what was done; never {@link ObservationKind#POST}, which is a {@link Post}
 * @param account who did it
 * @param artifact what it was done with, in the form its kind prescribes; never empty
 * @param time when; null where unknown
 * @param post the post it was done in, {@code <platform>:<the platform's id>}
 * @param target the entity that the link counting this act leads to, such as the domain of a URL or
 *     the author of a reshared post; null where there is none
 * @param origin the row it was read from
 */
public record Observation(
    ObservationKind kind,
    EntityId account,
    String artifact,
    @Nullable Moment time,
    String post,
    @Nullable EntityId target,
    Origin origin) {
  public Observation {
    if (kind == ObservationKind.POST || artifact.isEmpty()) {
      throw new ClewException(Reason.USAGE, "An observation needs an artifact and its kind.");
    }
  }

  /** The id of the artifact's node: the kind and the short hash of the artifact. */
  public EntityId artifactId() {
    return artifactId(kind, artifact);
  }

  /** The id of the node of an artifact of that kind. */
  public static EntityId artifactId(ObservationKind kind, String artifact) {
    return new EntityId("artifact:" + kind.id() + ":" + Hashes.shortHash(artifact));
  }
}
