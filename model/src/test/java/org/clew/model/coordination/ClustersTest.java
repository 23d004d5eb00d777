package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.model.coordination.BenignAlternative.Kind;
import org.clew.model.coordination.DetectedCluster.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClustersTest {
  @ParameterizedTest
  @EnumSource(ClusterParameters.Method.class)
  void shouldFindPlantedClustersAndNobodyElse(ClusterParameters.Method method) {
    int truePositives = 0;
    int found = 0;
    int planted = 0;
    for (int seed = 0; seed < 10; seed++) {
      PlantedNetwork network = new PlantedNetwork(seed).background(200, 20).sympathisers(40);
      int firstMember = network.nextAccount();
      network.cluster(12, 5, 30).cluster(8, 8, 20);
      int end = network.nextAccount();
      Observations observations = network.viralEvent(150, 3).observations();

      ClusterResult result =
          Clusters.find(
              List.of(
                  SignalLayer.of(
                      "url", observations, test(observations, seed, 60).kept().edges(), 60, 2)),
              ClusterParameters.defaults().with(method),
              2);

      Set<Integer> members = members(result);
      found += members.size();
      planted += end - firstMember;
      truePositives +=
          (int) members.stream().filter(account -> account >= firstMember && account < end).count();
    }
    assertThat((double) truePositives / found).as("precision").isGreaterThanOrEqualTo(0.95);
    assertThat((double) truePositives / planted).as("recall").isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void shouldFindNoClusterWhereThereIsOnlyChance() {
    int withCluster = 0;
    int withSharing = 0;
    for (int seed = 0; seed < 100; seed++) {
      Observations observations =
          new PlantedNetwork(1000 + seed).background(120, 40).observations();
      SignificanceResult result = test(observations, seed, 300);
      withCluster += clusters(observations, result.kept().edges(), 300).isEmpty() ? 0 : 1;
      withSharing += clusters(observations, result.tested().edges(), 300).isEmpty() ? 0 : 1;
    }
    assertThat(withCluster).isLessThanOrEqualTo(1);
    assertThat(withSharing).as("clusters of untested edges").isGreaterThan(50);
  }

  @Test
  void shouldNotTakeAViralEventForACluster() {
    int withCluster = 0;
    int withSharing = 0;
    for (int seed = 0; seed < 50; seed++) {
      Observations observations =
          new PlantedNetwork(1000 + seed).background(120, 40).viralEvent(60, 3).observations();
      SignificanceResult result = test(observations, seed, 60);
      withCluster += clusters(observations, result.kept().edges(), 60).isEmpty() ? 0 : 1;
      withSharing += clusters(observations, result.tested().edges(), 60).isEmpty() ? 0 : 1;
    }
    assertThat(withCluster).isLessThanOrEqualTo(1);
    assertThat(withSharing).as("clusters of untested edges").isGreaterThan(10);
  }

  /** In a wide window those who follow one event at once are more than chance: it must be said. */
  @ParameterizedTest
  @ValueSource(ints = {41, 54})
  void shouldSayThatANewsEventMayExplainWhatItBringsTogether(int seed) {
    Observations observations =
        new PlantedNetwork(1000 + seed).background(120, 40).viralEvent(60, 3).observations();

    List<DetectedCluster> found =
        clusters(observations, test(observations, seed, 300).kept().edges(), 300);

    assertThat(found).isNotEmpty();
    assertThat(found)
        .allSatisfy(
            cluster ->
                assertThat(cluster.alternatives())
                    .extracting(BenignAlternative::kind)
                    .contains(Kind.SAME_NEWS_EVENT));
  }

  @Test
  void shouldGiveTheSameForAnyNumberOfThreads() {
    Observations observations =
        new PlantedNetwork(5).background(80, 20).cluster(10, 12, 30).observations();
    EdgeList edges = test(observations, 1, 60).kept().edges();
    List<SignalLayer> layers = List.of(SignalLayer.of("url", observations, edges, 60, 2));

    assertThat(Clusters.find(layers, ClusterParameters.defaults(), 1))
        .isEqualTo(Clusters.find(layers, ClusterParameters.defaults(), 2));
  }

  @Test
  void shouldDescribeACluster() {
    ClusterResult result = twoCliquesJoinedByABridge();

    assertThat(result.clusters()).hasSize(2);
    DetectedCluster first = result.clusters().get(0);
    assertThat(first.members().stream().map(Member::account)).containsExactly(0, 1, 2, 3);
    assertThat(first.edges()).isEqualTo(6);
    assertThat(first.density()).isEqualTo(1);
    assertThat(first.signals())
        .extracting(DetectedCluster.Signal::name)
        .containsExactly("url", "text");
    assertThat(first.signals()).extracting(DetectedCluster.Signal::edges).containsExactly(6, 3);
    assertThat(first.firstSeconds()).isEqualTo(1_000_000);
    assertThat(first.lastSeconds()).isEqualTo(1_900_003);
    assertThat(first.bridges()).hasSize(1);
    assertThat(first.bridges().get(0).account()).isEqualTo(3);
    assertThat(first.bridges().get(0).cluster()).isEqualTo(1);
    assertThat(first.telling().get(0).members()).isEqualTo(4);
    assertThat(result.clusters().get(1).bridges().get(0).account()).isEqualTo(4);
  }

  @Test
  void shouldBeSurestOfMembersWithTheMostBehindThem() {
    DetectedCluster first = twoCliquesJoinedByABridge().clusters().get(0);

    assertThat(first.members()).allMatch(member -> member.probability() > 0.9);

    Observations.Builder rows = Observations.builder();
    addClique(rows, 0, 4, 0, 10);
    rows.add(4, 0, 1_000_000, 900).add(4, 1, 1_100_000, 901);
    Observations loose = rows.build();
    EdgeList edges =
        CoAction.detect(loose, CoActionParameters.of(WeightMode.ARTIFACTS, 60), 1).edges();
    List<Member> members =
        Clusters.find(
                List.of(SignalLayer.of("url", loose, edges, 60, 1)),
                ClusterParameters.defaults().with(ClusterParameters.Method.COMPONENTS),
                1)
            .clusters()
            .get(0)
            .members();
    assertThat(members.get(0).probability()).isEqualTo(1);
    assertThat(members.get(4).probability()).isBetween(0.7, 0.97);
  }

  @Test
  void shouldSayWhatElseCouldExplainACluster() {
    Observations.Builder rows = Observations.builder();
    for (int account = 0; account < 6; account++) {
      rows.add(account, 0, 1000 + account, account * 2).add(account, 1, 2000, account * 2 + 1);
    }
    for (int other = 6; other < 30; other++) {
      rows.add(other, other % 2, 50_000 + 100 * other, 100 + other);
    }
    for (int artifact = 2; artifact < 80; artifact++) {
      rows.add(0, artifact, 3000 + artifact * 10, 200 + artifact);
    }

    List<BenignAlternative> alternatives = onlyCluster(rows.build()).alternatives();

    assertThat(alternatives)
        .extracting(BenignAlternative::kind)
        .containsExactly(
            Kind.SAME_NEWS_EVENT, Kind.SAME_NEWS_EVENT, Kind.HEADLINE_BOT, Kind.PETITION);
    assertThat(alternatives)
        .extracting(BenignAlternative::reason)
        .containsExactly(
            "All shared acts lie within an hour.",
            "2 of the 2 shared artifacts were shared by at least as many accounts outside.",
            "1 of 6 members act on 50 or more artifacts on an active day.",
            "The 6 members share only 2 artifacts.");
    assertThat(alternatives.get(2).accounts()).containsExactly(0);
  }

  @Test
  void shouldTakeAStarForFans() {
    Observations.Builder rows = Observations.builder();
    int post = 0;
    for (int fan = 1; fan < 8; fan++) {
      for (int i = 0; i < 3; i++) {
        long day = 86_400L * (fan * 3 + i);
        rows.add(0, fan * 3 + i, day, post++).add(fan, fan * 3 + i, day + 5, post++);
      }
    }

    assertThat(onlyCluster(rows.build()).alternatives())
        .containsExactly(
            new BenignAlternative(
                Kind.FANS,
                "One member is in 7 of the 7 edges; the others have few among themselves.",
                List.of(0)));
  }

  @Test
  void shouldFindNothingInNoLayers() {
    assertThat(Clusters.find(List.of(), ClusterParameters.defaults(), 2).clusters()).isEmpty();
  }

  @Test
  void shouldOnlySupportUndirectedEdges() {
    Observations observations = Observations.builder().add(1, 0, 0, 0).add(0, 0, 0, 1).build();
    EdgeList directed = new EdgeList(new int[] {1}, new int[] {0}, new double[] {1});

    assertThatThrownBy(() -> EdgeSupport.of(observations, directed, 60, 1))
        .hasMessage("Only undirected edges have support.");
  }

  @Test
  void shouldShowTheRowsBehindAnEdge() {
    Observations observations =
        Observations.builder()
            .add(1, 8, 100, 0)
            .add(2, 8, 150, 1)
            .add(2, 8, 170, 2)
            .add(2, 7, 120, 3)
            .add(1, 7, 60, 4)
            .add(3, 8, 100, 5)
            .build();

    List<SharedAct> acts = SharedAct.between(observations, 1, 2, 60, 10);

    assertThat(acts)
        .containsExactly(new SharedAct(7, 4, 60, 3, 120), new SharedAct(8, 0, 100, 1, 150));
    assertThat(acts.get(0).secondsApart()).isEqualTo(60);
    assertThat(SharedAct.between(observations, 1, 2, 60, 1)).hasSize(1);
  }

  private static ClusterResult twoCliquesJoinedByABridge() {
    Observations.Builder urls = Observations.builder();
    addClique(urls, 0, 4, 0, 10);
    addClique(urls, 4, 3, 10, 10);
    urls.add(3, 30, 5_000_000, 700).add(4, 30, 5_000_001, 701);
    urls.add(3, 31, 6_000_000, 702).add(4, 31, 6_000_001, 703);
    Observations.Builder texts = Observations.builder();
    addClique(texts, 0, 3, 0, 2);
    return Clusters.find(
        List.of(layer("url", urls.build()), layer("text", texts.build())),
        ClusterParameters.defaults(),
        2);
  }

  private static SignalLayer layer(String signal, Observations observations) {
    EdgeList edges =
        CoAction.detect(observations, CoActionParameters.of(WeightMode.ARTIFACTS, 60), 1).edges();
    return SignalLayer.of(signal, observations, edges, 60, 1);
  }

  private static void addClique(
      Observations.Builder rows, int first, int size, int firstArtifact, int artifacts) {
    for (int artifact = 0; artifact < artifacts; artifact++) {
      for (int member = 0; member < size; member++) {
        rows.add(
            first + member,
            firstArtifact + artifact,
            1_000_000 + 100_000L * artifact + member,
            (firstArtifact + artifact) * 20 + member);
      }
    }
  }

  private static DetectedCluster onlyCluster(Observations observations) {
    ClusterResult result =
        Clusters.find(
            List.of(layer("url", observations)),
            ClusterParameters.defaults().with(ClusterParameters.Method.COMPONENTS),
            1);
    assertThat(result.clusters()).hasSize(1);
    return result.clusters().get(0);
  }

  private static SignificanceResult test(Observations observations, int seed, long window) {
    return Significance.test(
        observations, SignificanceParameters.windowed(window).withSeed(seed), 2, Progress.NONE);
  }

  private static List<DetectedCluster> clusters(
      Observations observations, EdgeList edges, long window) {
    ClusterParameters once = new ClusterParameters(ClusterParameters.Method.LEIDEN, 1, 1, 0, 3);
    return Clusters.find(List.of(SignalLayer.of("url", observations, edges, window, 1)), once, 1)
        .clusters();
  }

  private static Set<Integer> members(ClusterResult result) {
    return result.clusters().stream()
        .flatMap(cluster -> cluster.members().stream())
        .map(Member::account)
        .collect(Collectors.toSet());
  }
}
