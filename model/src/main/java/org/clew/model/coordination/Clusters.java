package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clew.model.coordination.DetectedCluster.Bridge;
import org.clew.model.coordination.DetectedCluster.Member;
import org.clew.model.coordination.DetectedCluster.Signal;
import org.clew.model.coordination.DetectedCluster.TellingArtifact;

/**
 * Finds clusters in the edges of one or more signals: fuses the layers by union, looks for
 * communities, and describes each.
 */
public final class Clusters {
  private static final int MOST_TELLING = 10;

  private final FusedGraph graph;
  private final double[] weights;
  private final List<int[]> nodesOfCluster;
  private final int[] clusterOfNode;
  private final Grouping edgesOfCluster;
  private final List<List<Bridge>> bridges;
  private final List<LayerFacts> facts;

  private Clusters(FusedGraph graph, double[] weights, List<int[]> nodesOfCluster) {
    this.graph = graph;
    this.weights = weights;
    this.nodesOfCluster = nodesOfCluster;
    this.clusterOfNode = new int[graph.nodes()];
    Arrays.fill(clusterOfNode, -1);
    for (int cluster = 0; cluster < nodesOfCluster.size(); cluster++) {
      for (int node : nodesOfCluster.get(cluster)) {
        clusterOfNode[node] = cluster;
      }
    }
    int[] clusterOfEdge = new int[graph.edges()];
    Arrays.setAll(
        clusterOfEdge,
        edge -> {
          int cluster = clusterOfNode[graph.from[edge]];
          boolean inside = cluster >= 0 && cluster == clusterOfNode[graph.to[edge]];
          return inside ? cluster : nodesOfCluster.size();
        });
    this.edgesOfCluster = Grouping.of(clusterOfEdge, nodesOfCluster.size() + 1);
    this.bridges = bridges();
    this.facts = graph.layers.stream().map(LayerFacts::new).toList();
  }

  /**
   * Finds and describes the clusters.
   *
   * @param layers the signals' kept edges; those without an edge add nothing
   * @param parameters method, seed and limits
   * @param threads how many threads to use; the result is the same for any number
   */
  public static ClusterResult find(
      List<SignalLayer> layers, ClusterParameters parameters, int threads) {
    FusedGraph graph =
        FusedGraph.of(layers.stream().filter(layer -> layer.edges().size() > 0).toList());
    double[] weights = graph.weights();
    int[] community = Communities.of(graph, weights, parameters, parameters.seed());
    List<int[]> nodes = groups(community, parameters.minSize());
    Clusters clusters = new Clusters(graph, weights, nodes);
    double[][] probability = Membership.of(graph, nodes, parameters, threads);
    List<DetectedCluster> described =
        IntStream.range(0, nodes.size())
            .mapToObj(cluster -> clusters.describe(cluster, probability[cluster]))
            .toList();
    return new ClusterResult(parameters, clusters.fusedEdges(), described);
  }

  private static List<int[]> groups(int[] community, int minSize) {
    Grouping byCommunity = Grouping.of(community, Arrays.stream(community).max().orElse(-1) + 1);
    List<int[]> groups = new ArrayList<>();
    for (int c = 0; c < byCommunity.groups(); c++) {
      if (byCommunity.size(c) >= minSize) {
        groups.add(
            Arrays.copyOfRange(byCommunity.member, byCommunity.start[c], byCommunity.start[c + 1]));
      }
    }
    groups.sort(
        (one, two) ->
            one.length != two.length
                ? Integer.compare(two.length, one.length)
                : Integer.compare(one[0], two[0]));
    return groups;
  }

  private DetectedCluster describe(int cluster, double[] probability) {
    int[] inside =
        Arrays.copyOfRange(
            edgesOfCluster.member,
            edgesOfCluster.start[cluster],
            edgesOfCluster.start[cluster + 1]);
    int[] nodes = nodesOfCluster.get(cluster);
    List<Member> members = members(nodes, probability, inside);
    double density = inside.length / (nodes.length * (nodes.length - 1) / 2.0);
    ClusterSupport support = new ClusterSupport(graph, facts, inside);
    List<TellingArtifact> artifacts = support.artifacts();
    return new DetectedCluster(
        members,
        inside.length,
        density,
        signals(inside),
        support.firstSeconds(),
        support.lastSeconds(),
        artifacts.subList(0, Math.min(MOST_TELLING, artifacts.size())),
        bridges.get(cluster),
        BenignAlternatives.of(members, inside.length, density, support, facts));
  }

  private List<Member> members(int[] nodes, double[] probability, int[] inside) {
    int[] degree = new int[graph.nodes()];
    for (int edge : inside) {
      degree[graph.from[edge]]++;
      degree[graph.to[edge]]++;
    }
    return IntStream.range(0, nodes.length)
        .mapToObj(i -> new Member(graph.account[nodes[i]], probability[i], degree[nodes[i]]))
        .toList();
  }

  private List<Signal> signals(int[] inside) {
    List<Signal> signals = new ArrayList<>();
    for (int layer = 0; layer < graph.layers.size(); layer++) {
      int edges = 0;
      double weight = 0;
      for (int edge : inside) {
        edges += graph.inLayer(edge, layer) ? 1 : 0;
        weight += graph.weight(edge, layer);
      }
      signals.add(new Signal(graph.layers.get(layer).signal(), edges, weight));
    }
    return signals;
  }

  private List<List<Bridge>> bridges() {
    Map<Long, Bridge> found = new TreeMap<>();
    for (int k = edgesOfCluster.start[nodesOfCluster.size()]; k < graph.edges(); k++) {
      int edge = edgesOfCluster.member[k];
      addBridge(found, graph.from[edge], graph.to[edge], weights[edge]);
      addBridge(found, graph.to[edge], graph.from[edge], weights[edge]);
    }
    List<List<Bridge>> ofCluster = new ArrayList<>();
    nodesOfCluster.forEach(cluster -> ofCluster.add(new ArrayList<>()));
    found.forEach(
        (key, bridge) -> ofCluster.get(clusterOfNode[(int) (key >>> Integer.SIZE)]).add(bridge));
    return ofCluster;
  }

  private void addBridge(Map<Long, Bridge> found, int node, int other, double weight) {
    int otherCluster = clusterOfNode[other];
    if (clusterOfNode[node] >= 0 && otherCluster >= 0) {
      found.merge(
          (long) node << Integer.SIZE | otherCluster,
          new Bridge(graph.account[node], otherCluster, 1, weight),
          (one, two) ->
              new Bridge(
                  one.account(),
                  one.cluster(),
                  one.edges() + two.edges(),
                  one.weight() + two.weight()));
    }
  }

  private EdgeList fusedEdges() {
    int[] from = new int[graph.edges()];
    int[] to = new int[graph.edges()];
    Arrays.setAll(from, edge -> graph.account[graph.from[edge]]);
    Arrays.setAll(to, edge -> graph.account[graph.to[edge]]);
    return new EdgeList(from, to, weights);
  }
}
