package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.clew.model.attribution.Chronology.Step;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChronologyTest {
  private static final EntityId MEMBER = EntityId.domain("site.example");
  private static final EntityId OTHER = EntityId.domain("other.example");
  private static final EntityId NEWS = EntityId.domain("news.example");

  @Test
  void shouldPutTheStepsInTimeOrderWithTheirDelays() {
    Chronology found =
        Chronology.of(
            List.of(
                link(OTHER, NEWS, null),
                link(OTHER, NEWS, "2018"),
                link(MEMBER, NEWS, "2017-03-02T10:00:45Z"),
                link(NEWS, MEMBER, "2017-03-05"),
                link(OTHER, NEWS, "2017-03-02T10:00:00Z")),
            Set.of(MEMBER, OTHER));

    assertThat(found.steps())
        .extracting(Step::bySubject)
        .containsExactly(true, true, false, true, true);
    assertThat(found.steps())
        .extracting(Step::delay)
        .containsExactly(Duration.ZERO, Duration.ofSeconds(45), Duration.ofDays(3), null, null);
    assertThat(found.undated()).isEqualTo(1);
    assertThat(found.subjectWasFirst()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2017-03-02, 2017-03-03, true",
    "2017-03-02, 2017-02, false",
    "2017-03-02, 2017-03, ",
    "2017-03-02, 2017-03-02, ",
    "2017-03-02T10:00:00Z, 2017-03-02T09:59:59Z, false",
    "2017-03-02T10:00:00Z, 2017-03-02, ",
    "2017-03-02, , true",
    ", 2017-03-02, false",
    ", , "
  })
  void shouldSayWhoWasFirstOnlyWhereTheDatesTell(String member, String outlet, Boolean first) {
    List<Link> links = List.of(link(MEMBER, NEWS, member), link(NEWS, MEMBER, outlet));

    assertThat(Chronology.of(links, Set.of(MEMBER)).subjectWasFirst()).isEqualTo(first);
  }

  private static Link link(EntityId from, EntityId to, String firstSeen) {
    PartialDate seen = firstSeen == null ? null : new PartialDate(firstSeen);
    return new Link(
        from,
        LinkType.COPIES,
        to,
        EntityId.source("s"),
        seen,
        null,
        1,
        Basis.OBSERVED,
        null,
        null,
        List.of(),
        null);
  }
}
