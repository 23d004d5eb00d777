package org.clew.benchmarks.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes down what is true of a campaign, and the case file that joins its clusters to an outlet. */
final class GroundTruth {
  private static final String TRACKER = "indicator:tracker/ga:UA-7654321";
  private static final String OUTLET = "outlet:ir:planted-world-service";
  private static final String OUTLET_SITE = "planted-world-service-benchmark.info";

  private final CampaignPlan plan;
  private final Accounts accounts;
  private final Campaign campaign;

  GroundTruth(CampaignPlan plan, Accounts accounts, Campaign campaign) {
    this.plan = plan;
    this.accounts = accounts;
    this.campaign = campaign;
  }

  void write(Path folder, long repeatedRows) throws IOException {
    Files.writeString(folder.resolve("truth.json"), truth(repeatedRows));
    Files.writeString(folder.resolve("case.yml"), caseFile());
  }

  private String truth(long repeatedRows) {
    List<String> clusters = new ArrayList<>();
    for (int cluster = 0; cluster < plan.clusters(); cluster++) {
      clusters.add(
          """
              {"front": "domain:%s", "events": %d, "members": [%s]}"""
              .formatted(Campaign.front(cluster), campaign.events(cluster), members(cluster)));
    }
    String sympathisers =
        quoted(IntStream.range(0, plan.sympathisers()).map(accounts::sympathiser));
    return """
        {"seed": %d, "posts": %d, "rows": %d, "repeatedRows": %d, "files": %d, "accounts": %d,
         "clusterPosts": %d, "newsDay": %d, "newsPosts": %d,
         "chain": ["account in cluster 0", "domain:%s", "%s", "domain:%s", "%s"],
         "clusters": [
        %s],
         "sympathisers": [%s]}
        """
        .formatted(
            plan.seed(),
            plan.posts(),
            plan.posts() + repeatedRows,
            repeatedRows,
            plan.files(),
            plan.accounts(),
            campaign.clusterPosts(),
            plan.newsDay(),
            campaign.newsPosts(),
            Campaign.front(0),
            TRACKER,
            OUTLET_SITE,
            OUTLET,
            String.join(",\n", clusters),
            sympathisers);
  }

  private String members(int cluster) {
    return quoted(IntStream.range(0, plan.members()).map(i -> accounts.member(cluster, i)));
  }

  private String quoted(IntStream numbers) {
    return String.join(
        ", ", numbers.mapToObj(n -> "\"account:x:" + accounts.id(n) + '"').toList());
  }

  /** Cluster 0 declares a front whose tracker is the outlet's own. */
  private String caseFile() {
    return """
        clew: 1
        title: Planted campaign
        sources:
          - id: planted-report
            title: What was found out about the planted campaign
            grade: B2
        entities:
          - id: %2$s
            name: Planted World Service
            source: planted-report
            country: IR
            stateRelation: state-controlled
        links:
          - {from: %2$s, type: PUBLISHES_ON, to: 'domain:%3$s', source: planted-report}
          - {from: 'domain:%3$s', type: USES, to: '%1$s', source: planted-report, basis: observed}
          - {from: 'domain:%4$s', type: USES, to: '%1$s', source: planted-report, basis: observed}
          - {from: 'account:x:%5$s', type: DECLARES, to: 'domain:%4$s', source: planted-report}
          - {from: 'domain:%4$s', type: DECLARES, to: 'account:x:%5$s', source: planted-report}
        """
        .formatted(
            TRACKER, OUTLET, OUTLET_SITE, Campaign.front(0), accounts.id(accounts.member(0, 0)));
  }
}
