package org.clew.loader.coordination;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.clew.loader.observation.CoorTweetParser;
import org.clew.loader.observation.LinkedUrl;
import org.clew.loader.observation.LoadRequest;
import org.clew.loader.observation.LoadWriter;
import org.clew.loader.observation.LoadedFile;
import org.clew.loader.observation.ObservationLog;
import org.clew.loader.observation.ParsedPost;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/** Fills logs for tests of detection. */
public final class SampleLogs {
  private SampleLogs() {}

  /** Writes one load of posts and observations. */
  public static void load(ObservationLog log, String file, List<?> rows) {
    EntityId source = EntityId.source(file.replace('.', '-'));
    LoadedFile loaded = new LoadedFile(file, Hashes.sha256(file), source);
    try (LoadWriter writer = log.begin(new LoadRequest("test", "", List.of(loaded)))) {
      for (Object row : rows) {
        if (row instanceof Post post) {
          writer.add(post);
        } else {
          writer.add((Observation) row);
        }
      }
      writer.commit();
    }
  }

  /** An act of an account on the platform x. */
  public static Observation act(
      ObservationKind kind, String account, String artifact, long second, String post, int line) {
    return new Observation(
        kind,
        EntityId.account("x", account),
        artifact,
        Moment.ofEpochSecond(second),
        "x:" + post,
        null,
        origin(line));
  }

  /** A post of an account on the platform x. */
  public static Post post(String account, String id, long second, @Nullable String text, int line) {
    return new Post(
        EntityId.account("x", account),
        "x:" + id,
        Moment.ofEpochSecond(second),
        null,
        text,
        origin(line));
  }

  private static Origin origin(int line) {
    return new Origin(EntityId.source("posts-csv"), "posts.csv", line);
  }

  /** The rows of a CooRTweet table as posts and observations. */
  static List<Object> coorTweet(Path file, String platform, ObservationKind kind) {
    CoorTweetParser parser =
        new CoorTweetParser(
            EntityId.source("posts-csv"),
            "posts.csv",
            platform,
            url -> Optional.of(new LinkedUrl(url, null)),
            kind);
    List<Object> rows = new ArrayList<>();
    List<String[]> table = table(file);
    String[] header = table.get(0);
    for (int line = 1; line < table.size(); line++) {
      Map<String, String> row = new HashMap<>();
      for (int column = 0; column < header.length; column++) {
        row.put(header[column], table.get(line)[column]);
      }
      ParsedPost parsed = parser.parse(line + 1, column -> row.getOrDefault(column, ""));
      if (parsed.post() != null) {
        rows.add(parsed.post());
        rows.addAll(parsed.observations());
      }
    }
    return rows;
  }

  /** The cells of a packed CSV file without quoted commas, the header first. */
  static List<String[]> table(Path file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> line.replace("\"", "").split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
