package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clew.loader.RealData;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreatResearchReaderTest {
  private static final String HEADER = "Tactic ,Technique,Procedure,Indicator,Commernts\r\n";
  private static final String TYPED = "indicator_type,indicator_value,comment,ds\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          0.6.2 Acquiring domains; amc239[.]com; domain:amc239.com
          0.9.4 Acquiring X / Twitter accounts; hxxps://twitter[.]com/SaraSil39636921; account:x:@sarasil39636921
          0.2.1 Acquiring email addresses; info[at]amc239[.]com; indicator:registration/email:info@amc239.com
          0.1.1 Acquiring proxy IP addresses; 45[.]141[.]152[.]19; indicator:hosting/ip:45.141.152.19
          0.7.1 Developing custom malware; 3F827039964a09f1179f66d6b2f9fe31; indicator:software/file-hash:3f827039964a09f1179f66d6b2f9fe31
          0.8.1 Creating apps; https://play.google[.]com/store/apps/details?id=com.x.y; indicator:software/app-id:android:com.x.y
          6.1.3 Posting original content on blogs; https://org162532576[.]wordpress[.]com/2021/12/; domain:org162532576.wordpress.com
          9.5.3 Using redirect domains; 0qrhv[.]top; domain:0qrhv.top
          """)
  void shouldPutTheNetworksOwnIntoItsCluster(String procedure, String text, String id) {
    IngestResult result = Reading.text(HEADER + "t,u," + procedure + ",\"" + text + "\",\r\n");
    assertThat(Reading.links(result, LinkType.IN_CLUSTER))
        .containsExactly(id + " cluster:label:test");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          6.1.3 Posting original content on blogs; https://www.iol[.]co[.]za/opinion
          0.9.11 Creating online petitions; https://www.change.org/p/something
          5.2.1 Using link shortening services; https://cutt[.]ly/LZ8iEIt
          0.6.2 Acquiring domains; https://sites.google[.]com/view/x
          7.5.2 Directing audience to website; https://example[.]org/a
          """)
  void shouldStateButNotTieWhatIsNotTheNetworksOwn(String procedure, String text) {
    IngestResult result = Reading.text(HEADER + "t,u," + procedure + "," + text + ",\r\n");
    assertThat(result.counts().accepted()).isEqualTo(1);
    assertThat(result.facts().links().stream().map(link -> link.type()))
        .doesNotContain(LinkType.IN_CLUSTER);
  }

  @Test
  void shouldKnowVictims() {
    IngestResult result =
        Reading.text(
            HEADER + "t,8.3 Compromising data,8.3.1 Extracting data,7brachot[.]co[.]il,\n");
    assertThat(Reading.links(result, LinkType.TARGETS))
        .containsExactly("cluster:label:test domain:7brachot.co.il");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          67 accounts
          Registering domain with fastdomains[.]com
          Military Wave
          #peoplesay
          https://www.youtube.com/watch?v=abc
          """)
  void shouldRejectProse(String text) {
    IngestResult result =
        Reading.text(HEADER + "t,u,0.9.1 Acquiring Facebook assets," + text + ",\n");
    assertThat(result.counts().rejected()).isEqualTo(1);
    assertThat(Reading.reasons(result)).allMatch(reason -> reason.startsWith("No indicator"));
  }

  @Test
  void shouldTakeDatesFromCommentsAndColumns() {
    IngestResult comment =
        Reading.text(HEADER + "t,u,0.6.2 x,a[.]cc,\"Registration date: 9/5/2024, France\"\n");
    assertThat(Reading.link(comment, LinkType.IN_CLUSTER).firstSeen()).hasToString("2024-09-05");
    IngestResult typed = Reading.text(TYPED + "domain_name,a.org,APT32: Domain,2020-12-10\n");
    assertThat(Reading.link(typed, LinkType.IN_CLUSTER).firstSeen()).hasToString("2020-12-10");
  }

  @Test
  void shouldReadTypedFiles() {
    IngestResult result =
        Reading.text(
            TYPED
                + "android_package_name,al.puik.cus,CallShowLite,2022-10-03\n"
                + "ios_app_id,1555651942,FB Ads,2022-10-03\n"
                + "telegram_url,https://t.me/via_napoli,CIB Telegram URL,2022-09-27\n"
                + "cib_url,https://e-petice[.]cz/petitions/x.html,China: CIB Petition,2022-09-27\n"
                + "url,victim.example.org,Watering hole with malicious iframe,2021-03-24\n");
    assertThat(Reading.links(result, LinkType.IN_CLUSTER))
        .containsExactly(
            "account:telegram:@via_napoli cluster:label:test",
            "indicator:software/app-id:android:al.puik.cus cluster:label:test",
            "indicator:software/app-id:ios:1555651942 cluster:label:test");
  }

  @Test
  void shouldReadAllFilesAsOneClusterEach() {
    List<Path> files = RealData.files("meta-threat-research/csv", ".csv");
    Set<String> clusters = new TreeSet<>();
    long rows = 0;
    long duplicates = 0;
    for (Path file : files) {
      IngestResult result = FileIngest.read(file, ReadOptions.DEFAULTS);
      assertThat(result.format()).isEqualTo("threat-research");
      rows += result.counts().rows();
      duplicates += result.counts().duplicate();
      result.facts().entities().stream()
          .filter(stated -> stated.entity().kind() == EntityKind.CLUSTER)
          .forEach(stated -> clusters.add(stated.entity().id().value()));
    }
    assertThat(files).hasSize(68);
    assertThat(clusters).hasSize(68);
    assertThat(rows).isEqualTo(11_249);
    assertThat(duplicates).isEqualTo(181);
  }
}
