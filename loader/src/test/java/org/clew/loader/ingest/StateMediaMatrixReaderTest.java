package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clew.loader.RealData;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;

class StateMediaMatrixReaderTest {
  private static final String HEADER =
      "Region,Country,Media company,Main assets,URL,Typology,Status,Notes,Instagram Link,"
          + "Twitter Link,Facebook Link,Youtube Link,Telegram Link,VK Link,Linkedin link,"
          + "Ok.ru link,Tiktok Link,Rutube Link,streaming media URL\n";
  private static final String REST = ",,,,,,,,,,,\n";

  @Test
  void shouldStateOutletOwnerStateSiteAndChannels() {
    IngestResult result =
        Reading.text(
            HEADER
                + "MENA,Iran,IRIB,Press TV,https://www.presstv.ir/,SC,,,,https://www.twitter.com/"
                + "presstv,https://www.facebook.com/PressTV,,,,,,,,\n");
    assertThat(Reading.entity(result, "outlet:ir:press-tv").attributes())
        .containsEntry(Attribute.STATE_RELATION.key(), "state-controlled")
        .containsEntry(Attribute.COUNTRY.key(), "IR")
        .containsEntry(Attribute.COMPANY.key(), "IRIB");
    assertThat(Reading.links(result, LinkType.OWNS))
        .containsExactly("org:ir:irib outlet:ir:press-tv");
    assertThat(Reading.links(result, LinkType.CONTROLS))
        .containsExactly("state:IR outlet:ir:press-tv");
    assertThat(Reading.link(result, LinkType.CONTROLS).note()).isEqualTo("state-controlled");
    assertThat(Reading.links(result, LinkType.PUBLISHES_ON))
        .containsExactly(
            "outlet:ir:press-tv account:x:@presstv",
            "outlet:ir:press-tv domain:presstv.ir",
            "outlet:ir:press-tv page:facebook:@presstv");
  }

  @Test
  void shouldNotTakeBeingListedForBeingControlled() {
    IngestResult result =
        Reading.text(HEADER + "Europe,United Kingdom,BBC,BBC,bbc.co.uk,ISFM?,," + REST);
    assertThat(Reading.entity(result, "outlet:gb:bbc").attributes())
        .containsEntry(Attribute.STATE_RELATION.key(), "independent");
    assertThat(Reading.links(result, LinkType.CONTROLS)).isEmpty();
  }

  @Test
  void shouldRejectAnIllegalHandleAndKeepTheRow() {
    IngestResult result =
        Reading.text(
            HEADER
                + "Asia,China,CMG,CCTV,http://cctv.com/,SC,,,,https://www.twitter.com/cctv.chinese"
                + ",,,,,,,,,\n");
    assertThat(result.counts().accepted()).isEqualTo(1);
    assertThat(result.counts().rejectedValues()).isEqualTo(1);
    assertThat(result.rejects())
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.column()).isEqualTo("Twitter Link");
              assertThat(reject.reason()).contains("not a legal handle on x");
            });
  }

  @Test
  void shouldUniteTheRowsOfOneOutletAndTellNamesakesApartInAnyOrder() {
    String own = "Asia,China,Economic Daily,Economic Daily,http://a.cn/,SC,," + REST;
    String second = "Asia,China,Economic Daily,Economic Daily,http://b.cn/,SC,," + REST;
    String other = "Asia,China,People's Daily,Economic Daily,http://c.cn/,SC,," + REST;
    IngestResult forth = Reading.text(HEADER + own + second + other);
    IngestResult back = Reading.text(HEADER + other + second + own);
    List<String> ids = outlets(forth);
    assertThat(ids).hasSize(2).contains("outlet:cn:economic-daily");
    assertThat(ids.get(1)).matches("outlet:cn:economic-daily-[0-9a-f]{8}");
    assertThat(outlets(back)).isEqualTo(ids);
    assertThat(Reading.links(forth, LinkType.PUBLISHES_ON))
        .contains(
            ids.get(0) + " domain:a.cn", ids.get(0) + " domain:b.cn", ids.get(1) + " domain:c.cn")
        .isEqualTo(Reading.links(back, LinkType.PUBLISHES_ON));
  }

  @Test
  void shouldReadTheWholeMatrix() {
    IngestResult result =
        FileIngest.read(
            RealData.file("asd-state-media-matrix/State_Media_Matrix.csv"), ReadOptions.DEFAULTS);
    assertThat(result.source().grade()).hasToString("B2");
    assertThat(result.counts().rows()).isEqualTo(1156);
    assertThat(result.counts().blank()).isEqualTo(1);
    assertThat(result.counts().rejected()).isZero();
    assertThat(outlets(result)).hasSize(1111).doesNotHaveDuplicates();
    assertThat(Reading.reasons(result).stream().filter(r -> r.contains("legal handle on x")))
        .hasSize(46);
    Map<Object, Long> relations =
        result.facts().entities().stream()
            .map(StatedEntity::entity)
            .filter(entity -> entity.kind() == EntityKind.MEDIA_OUTLET)
            .collect(
                Collectors.groupingBy(
                    entity -> entity.attributes().getOrDefault("stateRelation", ""),
                    Collectors.counting()));
    assertThat(relations).containsOnlyKeys("state-controlled", "captured", "independent");
    assertThat(Reading.links(result, LinkType.PUBLISHES_ON))
        .contains(
            "outlet:ir:press-tv domain:presstv.ir", "outlet:ru:tsargrad-tv domain:tsargrad.tv");
  }

  private static List<String> outlets(IngestResult result) {
    return result.facts().entities().stream()
        .map(stated -> stated.entity().id())
        .filter(id -> id.kind() == EntityKind.MEDIA_OUTLET)
        .map(Object::toString)
        .sorted()
        .toList();
  }
}
