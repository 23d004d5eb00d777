package org.clew.loader.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.loader.observation.ObservationLog;
import org.clew.loader.observation.ObservationScan;
import org.clew.loader.observation.ObservationScan.Extra;
import org.clew.loader.observation.RowFilter;
import org.clew.model.coordination.FastReshares;
import org.clew.model.coordination.HashtagSequences;
import org.clew.model.coordination.NearDuplicateTexts;
import org.clew.model.coordination.Observations;
import org.clew.model.coordination.SignalKind;
import org.clew.model.coordination.TextParameters;
import org.clew.model.coordination.WeightMode;
import org.clew.model.observation.Names;
import org.clew.model.observation.ObservationColumns;
import org.clew.model.observation.ObservationKind;

/** Reads the acts of each signal from the log, all numbered alike. */
final class SignalReader {
  private static final long MILLIS = 1000;

  /** What the toolkit takes from posts of an account's own only. */
  private static final Set<SignalKind> OWN_POSTS_ONLY =
      EnumSet.of(SignalKind.URL, SignalKind.DOMAIN, SignalKind.TEXT, SignalKind.REPLY);

  private final ObservationLog log;
  private final DetectionRequest request;
  private final RowFilter filter;
  private final ObservationScan scan;
  private final boolean withPosts;

  /** With the posts of acts where somebody asks for them, as some modes do anyway. */
  SignalReader(ObservationLog log, DetectionRequest request, boolean withPosts) {
    this.log = log;
    this.request = request;
    this.filter = request.filter();
    this.scan = log.scan(filter);
    this.withPosts = withPosts || request.parameters().mode() != WeightMode.ARTIFACTS;
  }

  /** The ids of accounts. */
  Names accounts() {
    return scan.entities();
  }

  /** The posts. */
  Names posts() {
    return scan.keys();
  }

  /** The acts of a signal, each once, however often and in however many files it was loaded. */
  SignalRows read(SignalKind signal) {
    SignalRows rows =
        switch (signal) {
          case NEAR_TEXT -> nearText();
          case HASHTAG_SEQUENCE -> hashtagSequences();
          case FAST_RESHARE -> fastReshares();
          default -> plain(signal);
        };
    boolean messages = isMode(WeightMode.MESSAGES);
    return messages ? rows : rows.distinct(isMode(WeightMode.PAIRS));
  }

  private SignalRows plain(SignalKind signal) {
    boolean messages = isMode(WeightMode.MESSAGES);
    List<Extra> extras = new ArrayList<>();
    if (withPosts) {
      extras.add(Extra.POSTS);
    }
    if (messages) {
      extras.add(Extra.LINES);
    }
    ObservationColumns columns = scan.read(signal.rows(), extras.toArray(Extra[]::new));
    Observations observations =
        Observations.of(
            columns.accounts(),
            columns.artifacts(),
            seconds(columns),
            withPosts ? columns.posts() : new int[columns.size()]);
    if (messages) {
      BitSet taken = OWN_POSTS_ONLY.contains(signal) ? ownFirstRows(columns) : firstRows(columns);
      observations = observations.where(taken::get);
    }
    if (isMode(WeightMode.PAIRS)) {
      observations = observations.withOwnPosts(ownPosts(signal, columns));
    }
    return new SignalRows(signal, observations, scan.keys()::get);
  }

  private boolean isMode(WeightMode mode) {
    return !request.parameters().timeFree() && request.parameters().mode() == mode;
  }

  /** The first row of a post id wins; a row may name several artifacts, then all of them count. */
  private BitSet firstRows(ObservationColumns columns) {
    int[] posts = columns.posts();
    int[] lines = columns.lines();
    int[] firstOfPost = new int[scan.keys().size()];
    Arrays.fill(firstOfPost, -1);
    BitSet taken = new BitSet(columns.size());
    for (int row = 0; row < columns.size(); row++) {
      int first = firstOfPost[posts[row]];
      if (first < 0) {
        firstOfPost[posts[row]] = row;
        taken.set(row);
      } else {
        boolean goesOn = posts[row - 1] == posts[row] && taken.get(row - 1);
        taken.set(row, goesOn && lines[row] == lines[first]);
      }
    }
    return taken;
  }

  private BitSet ownFirstRows(ObservationColumns columns) {
    BitSet reshares = reshares();
    BitSet taken = firstRows(columns);
    for (int row = taken.nextSetBit(0); row >= 0; row = taken.nextSetBit(row + 1)) {
      taken.set(row, !reshares.get(columns.posts()[row]));
    }
    return taken;
  }

  /** The posts that are reshares, by their code. */
  private BitSet reshares() {
    BitSet reshares = new BitSet();
    for (int post : scan.read(ObservationKind.RESHARE, Extra.POSTS).posts()) {
      reshares.set(post);
    }
    return reshares;
  }

  private int[] ownPosts(SignalKind signal, ObservationColumns columns) {
    int[] own = new int[scan.keys().size()];
    Arrays.setAll(
        own,
        artifact ->
            signal == SignalKind.RESHARE || signal == SignalKind.REPLY
                ? artifact
                : Observations.NO_POST);
    if (signal == SignalKind.OBJECT) {
      for (int row = 0; row < columns.size(); row++) {
        String post = scan.keys().get(columns.posts()[row]);
        String artifact = scan.keys().get(columns.artifacts()[row]);
        if (post.endsWith(artifact) && post.equals(platform(post) + artifact)) {
          own[columns.artifacts()[row]] = columns.posts()[row];
        }
      }
    }
    return own;
  }

  private static String platform(String post) {
    return post.substring(0, post.indexOf(':') + 1);
  }

  private static long[] seconds(ObservationColumns columns) {
    long[] seconds = new long[columns.size()];
    for (int row = 0; row < seconds.length; row++) {
      seconds[row] = Math.floorDiv(columns.times()[row], MILLIS);
    }
    return seconds;
  }

  private SignalRows nearText() {
    BitSet reshares = reshares();
    ObservationColumns columns = scan.read(ObservationKind.POST, Extra.POSTS);
    long[] seconds = seconds(columns);
    NearDuplicateTexts texts = new NearDuplicateTexts(TextParameters.defaults());
    int[] row = {0};
    log.posts(
        filter,
        post -> {
          int at = row[0]++;
          String text = post.text();
          if (text != null && !reshares.get(columns.posts()[at])) {
            texts.add(columns.accounts()[at], seconds[at], columns.posts()[at], text);
          }
          return row[0] < columns.size();
        });
    return new SignalRows(SignalKind.NEAR_TEXT, texts.observations(), texts::example);
  }

  private SignalRows hashtagSequences() {
    BitSet reshares = reshares();
    ObservationColumns columns = scan.read(ObservationKind.HASHTAG, Extra.POSTS);
    long[] seconds = seconds(columns);
    HashtagSequences sequences = new HashtagSequences(request.sequenceLength());
    int end;
    for (int begin = 0; begin < columns.size(); begin = end) {
      int post = columns.posts()[begin];
      end = begin;
      List<Integer> hashtags = new ArrayList<>();
      while (end < columns.size()
          && columns.posts()[end] == post
          && !hashtags.contains(columns.artifacts()[end])) {
        hashtags.add(columns.artifacts()[end++]);
      }
      if (!reshares.get(post)) {
        sequences.add(columns.accounts()[begin], seconds[begin], post, hashtags);
      }
    }
    return new SignalRows(
        SignalKind.HASHTAG_SEQUENCE,
        sequences.observations(),
        artifact ->
            sequences.sequence(artifact).stream()
                .map(hashtag -> "#" + scan.keys().get(hashtag))
                .collect(Collectors.joining(" ")));
  }

  private SignalRows fastReshares() {
    ObservationColumns reshares = scan.read(ObservationKind.RESHARE, Extra.POSTS, Extra.TARGETS);
    ObservationColumns posts = scan.read(ObservationKind.POST, Extra.POSTS);
    int[] rowOfPost = new int[scan.keys().size()];
    Arrays.fill(rowOfPost, -1);
    for (int row = 0; row < posts.size(); row++) {
      rowOfPost[posts.posts()[row]] = row;
    }
    long[] seconds = seconds(reshares);
    long[] originalSeconds = seconds(posts);
    FastReshares fast = new FastReshares(request.fastReshareSeconds());
    for (int row = 0; row < reshares.size(); row++) {
      int original = rowOfPost[reshares.artifacts()[row]];
      if (original >= 0) {
        fast.add(
            reshares.accounts()[row],
            posts.accounts()[original],
            seconds[row],
            originalSeconds[original],
            reshares.posts()[row]);
      }
    }
    return new SignalRows(SignalKind.FAST_RESHARE, fast.observations(), scan.entities()::get);
  }
}
