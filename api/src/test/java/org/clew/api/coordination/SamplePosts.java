package org.clew.api.coordination;

import java.util.List;
import java.util.Random;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.observation.LoadRequest;
import org.clew.loader.observation.LoadWriter;
import org.clew.loader.observation.LoadedFile;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;

/** Posts that hold two clusters, the second only late, and accounts that share news at will. */
public final class SamplePosts {
  private static final EntityId SOURCE = EntityId.source("posts");
  private static final long DAY = 86_400;

  private SamplePosts() {}

  /** Writes them to the log of a data directory. */
  public static void fill(DataFolder data) {
    LoadedFile file = new LoadedFile("posts.csv", Hashes.sha256("posts"), SOURCE);
    try (LoadWriter writer = data.log().begin(new LoadRequest("test", "", List.of(file)))) {
      fill(writer);
      writer.commit();
    }
  }

  private static void fill(LoadWriter writer) {
    Random random = new Random(3);
    int line = 2;
    for (int day = 0; day < 24; day++) {
      String cluster = day < 12 ? "a" : "b";
      for (int member = 0; member < (day < 12 ? 5 : 4); member++) {
        String url = "http://" + cluster + ".example/" + day;
        writer.add(url(cluster + member, url, day * DAY + member * 3L, line++));
      }
      for (int other = 0; other < 60; other++) {
        writer.add(
            url(
                "n" + random.nextInt(20),
                "http://news.example/" + random.nextInt(30),
                day * DAY + random.nextInt((int) DAY),
                line++));
      }
    }
  }

  private static Observation url(String account, String url, long second, int line) {
    return new Observation(
        ObservationKind.URL,
        EntityId.account("x", account),
        url,
        Moment.ofEpochSecond(second),
        "x:" + line,
        null,
        new Origin(SOURCE, "posts.csv", line));
  }
}
