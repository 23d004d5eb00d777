package org.clew.loader.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clew.model.coordination.EdgeList;
import org.clew.model.coordination.EdgeSupport;
import org.clew.model.coordination.Observations;
import org.clew.model.coordination.SignalLayer;
import org.clew.model.links.Link;

/** What the members of clusters did on the artifacts that the clusters rest on, in one layer. */
final class SupportingActs {
  private final Map<Long, Acts> byArtifactAndAccount = new TreeMap<>();

  /** The acts of one member on one artifact. */
  static final class Acts {
    private final List<Integer> posts = new ArrayList<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long count;

    /** The first few posts. */
    List<Integer> posts() {
      return posts;
    }

    long count() {
      return count;
    }

    Instant first() {
      return Instant.ofEpochSecond(first);
    }

    Instant last() {
      return Instant.ofEpochSecond(last);
    }

    private void add(long second, int post) {
      first = Math.min(first, second);
      last = Math.max(last, second);
      count++;
      if (posts.size() < Link.MAX_EVIDENCE) {
        posts.add(post);
      }
    }
  }

  /** What is done with the acts of one member on one artifact. */
  interface Visitor {
    void visit(int artifact, int account, Acts acts);
  }

  SupportingActs(SignalLayer layer, ClusterIds clusters) {
    EdgeList edges = layer.edges();
    EdgeSupport support = layer.support();
    for (int edge = 0; edge < edges.size(); edge++) {
      if (clusters.common(edges.from(edge), edges.to(edge)) >= 0) {
        for (int i = 0; i < support.size(edge); i++) {
          need(support.artifact(edge, i), edges.from(edge));
          need(support.artifact(edge, i), edges.to(edge));
        }
      }
    }
    Observations observations = layer.observations();
    for (int row = 0; row < observations.size(); row++) {
      Acts acts =
          byArtifactAndAccount.get(key(observations.artifact(row), observations.account(row)));
      if (acts != null) {
        acts.add(observations.seconds(row), observations.post(row));
      }
    }
  }

  private void need(int artifact, int account) {
    byArtifactAndAccount.computeIfAbsent(key(artifact, account), unseen -> new Acts());
  }

  private static long key(int artifact, int account) {
    return (long) artifact << Integer.SIZE | account;
  }

  /** Visits them by artifact and account. */
  void each(Visitor visitor) {
    byArtifactAndAccount.forEach(
        (key, acts) -> visitor.visit((int) (key >>> Integer.SIZE), key.intValue(), acts));
  }

  /** The day of an instant, in UTC. */
  static LocalDate day(long second) {
    return Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Counts the acts of each cluster by day. */
  void countDays(SignalLayer layer, ClusterIds clusters, List<Map<LocalDate, Long>> days) {
    Observations observations = layer.observations();
    for (int row = 0; row < observations.size(); row++) {
      if (byArtifactAndAccount.containsKey(
          key(observations.artifact(row), observations.account(row)))) {
        days.get(clusters.of(observations.account(row)))
            .merge(day(observations.seconds(row)), 1L, Long::sum);
      }
    }
  }
}
