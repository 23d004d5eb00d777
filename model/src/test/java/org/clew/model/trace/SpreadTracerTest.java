package org.clew.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpreadTracerTest {
  private static final EntityId A = new EntityId("account:x:@a");
  private static final EntityId B = new EntityId("account:x:@b");
  private static final EntityId C = new EntityId("account:x:@c");
  private static final EntityId SITE = EntityId.domain("rt.com");
  private static final Source GOOD = source("good", "B2", "2018");
  private static final Source POOR = source("poor", "F6", null);

  @Test
  void shouldFollowWhoSpreadsWhomToTheEnd() {
    SpreadTracer.Spread spread =
        trace(
            Set.of(), link(A, LinkType.AMPLIFIES, B, GOOD), link(B, LinkType.LINKS_TO, SITE, GOOD));
    SpreadTracer.Path path = spread.paths().get(0);
    assertThat(path.steps()).extracting(SpreadTracer.Step::to).containsExactly(B, SITE);
    assertThat(path.score()).isEqualTo(Math.pow(Grade.parse("B2").quality(), 2));
    assertThat(spread.truncated()).isNull();
  }

  @Test
  void shouldGoBySurestOfPathsOfOneLength() {
    SpreadTracer.Spread spread =
        trace(
            Set.of(),
            link(A, LinkType.AMPLIFIES, B, POOR),
            link(A, LinkType.AMPLIFIES, C, GOOD),
            link(B, LinkType.LINKS_TO, SITE, GOOD),
            link(C, LinkType.LINKS_TO, SITE, GOOD));
    assertThat(spread.paths()).extracting(path -> path.steps().get(0).to()).containsExactly(C, B);
  }

  @Test
  void shouldFindNothingWithoutAPathOrInACircle() {
    assertThat(
            trace(
                    Set.of(),
                    link(A, LinkType.AMPLIFIES, B, GOOD),
                    link(B, LinkType.AMPLIFIES, A, GOOD))
                .paths())
        .isEmpty();
    assertThat(
            trace(Set.of(), link(SITE, LinkType.LINKS_TO, EntityId.domain("b.com"), GOOD)).paths())
        .isEmpty();
  }

  @Test
  void shouldLeaveOutWhatIsTakenForWrong() {
    Link link = link(A, LinkType.LINKS_TO, SITE, GOOD);
    for (String wrong : List.of(link.id(), A.value(), SITE.value(), GOOD.id().value())) {
      assertThat(trace(Set.of(wrong), link).paths()).isEmpty();
    }
    assertThat(trace(Set.of(POOR.id().value()), link).paths()).hasSize(1);
  }

  @Test
  void shouldTrustOnlyTheSourcesNamedAndKnowOnlyWhatWasKnown() {
    Link link = link(A, LinkType.LINKS_TO, SITE, GOOD);
    assertThat(find(parameters().withTrust(Set.of(POOR.id())), link).paths()).isEmpty();
    assertThat(find(parameters().withAsOf(LocalDate.of(2017, 1, 1)), link).paths()).isEmpty();
    assertThat(find(parameters().withAsOf(LocalDate.of(2019, 1, 1)), link).paths()).hasSize(1);
  }

  @Test
  void shouldTakeNoMoreStepsThanAllowed() {
    Link[] links = {link(A, LinkType.AMPLIFIES, B, GOOD), link(B, LinkType.LINKS_TO, SITE, GOOD)};
    assertThat(find(parameters().withHops(1), links).paths()).isEmpty();
    assertThat(find(parameters().withHops(2), links).paths()).hasSize(1);
  }

  private static SpreadTracer.Spread trace(Set<String> without, Link... links) {
    return find(parameters().withWithout(without), links);
  }

  private static TraceParameters parameters() {
    return TraceParameters.of(List.of(Member.certain(A)), List.of(SITE));
  }

  private static SpreadTracer.Spread find(TraceParameters parameters, Link... links) {
    List<Link> all = Arrays.stream(links).sorted(Comparator.comparing(Link::id)).toList();
    return new SpreadTracer(
            from -> all.stream().filter(link -> from.contains(link.from())).toList(),
            List.of(GOOD, POOR))
        .trace(Set.of(SITE), parameters);
  }

  private static Link link(EntityId from, LinkType type, EntityId to, Source source) {
    return new Link(
        from, type, to, source.id(), null, null, 1, Basis.REPORTED, null, null, List.of(), null);
  }

  private static Source source(String id, String grade, @Nullable String date) {
    return new Source(
        EntityId.source(id),
        id,
        null,
        date == null ? null : new PartialDate(date),
        Grade.parse(grade),
        null,
        null,
        null,
        null,
        null,
        List.of());
  }
}
