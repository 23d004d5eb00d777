package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** CooRTweet's sample tweets, and the edges that public tools find in them. */
final class ReferenceData {
  private final Map<String, Integer> accounts = new HashMap<>();
  private final Map<String, Integer> artifacts = new HashMap<>();
  private final Map<String, Integer> posts = new HashMap<>();
  final Observations tweets;

  private ReferenceData() {
    Observations.Builder rows = Observations.builder();
    for (String[] row : read(folder().resolve("russian_coord_tweets.csv.gz"))) {
      rows.add(
          number(accounts, row[1]),
          number(artifacts, row[0]),
          Long.parseLong(row[3]),
          number(posts, row[2]));
    }
    tweets = rows.build();
  }

  static ReferenceData load() {
    assumeTrue(
        Files.isDirectory(folder()), "The CooRTweet sample is not at " + folder() + ": skipped.");
    return new ReferenceData();
  }

  List<String[]> edges(String name) {
    List<String[]> rows = read(folder().resolve("reference").resolve(name + ".edges.csv.gz"));
    assertThat(rows).isNotEmpty();
    return rows;
  }

  int account(String name) {
    return accounts.getOrDefault(name, -1);
  }

  private static Path folder() {
    return Path.of(System.getProperty("clew.data.real", "../shared/data")).resolve("coortweet");
  }

  private static int number(Map<String, Integer> dictionary, String name) {
    return dictionary.computeIfAbsent(name, unseen -> dictionary.size());
  }

  private static List<String[]> read(Path file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.replace("\"", "").split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
