package org.clew.loader.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.Post;
import org.clew.model.observation.TimePrecision;
import org.jspecify.annotations.Nullable;

/** Small logs for tests. */
final class Samples {
  static final EntityId SOURCE = EntityId.source("posts");
  static final EntityId ALICE = EntityId.account("x", "1");
  static final EntityId BOB = EntityId.account("x", "2");
  static final EntityId SITE = EntityId.domain("news.example");

  private Samples() {}

  static Observation url(EntityId account, String url, long second, String post, long line) {
    return observation(ObservationKind.URL, account, url, second, post, SITE, line);
  }

  static Observation observation(
      ObservationKind kind,
      EntityId account,
      String artifact,
      long second,
      String post,
      @Nullable EntityId target,
      long line) {
    return new Observation(
        kind,
        account,
        artifact,
        Moment.ofEpochSecond(second),
        post,
        target,
        new Origin(SOURCE, "posts.csv", line));
  }

  static Post post(EntityId account, String id, @Nullable String text, long line) {
    return new Post(
        account,
        id,
        new Moment(86_400_000L * line, TimePrecision.DAY),
        "fa",
        text,
        new Origin(SOURCE, "posts.csv", line));
  }

  static LoadRequest request(String file) {
    return request(file, SOURCE);
  }

  static LoadRequest request(String file, EntityId source) {
    return new LoadRequest(
        "x-archive", "", List.of(new LoadedFile(file, Hashes.sha256(file), source)));
  }

  static Load load(ObservationLog log, LoadRequest request, List<?> rows) {
    try (LoadWriter writer = log.begin(request)) {
      for (Object row : rows) {
        if (row instanceof Post post) {
          writer.add(post);
        } else {
          writer.add((Observation) row);
        }
      }
      return writer.commit();
    }
  }

  static List<Observation> observations(ObservationLog log, RowFilter filter) {
    List<Observation> found = new ArrayList<>();
    log.observations(Set.of(ObservationKind.values()), filter, found::add);
    return found;
  }

  static List<Post> posts(ObservationLog log, RowFilter filter) {
    List<Post> found = new ArrayList<>();
    log.posts(filter, found::add);
    return found;
  }
}
