package org.clew.loader.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.clew.model.claim.Claim;
import org.clew.model.claim.Claim.Status;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;

class ClaimFinderTest {
  private static final EntityId SOURCE = EntityId.source("test");
  private static final EntityId OUTLET = EntityId.outlet("IR", "press-tv");

  @Test
  void shouldProposeAHostThatIsAnOutletsSiteUnderAnotherSuffix() {
    List<Claim> claims =
        ClaimFinder.find(
            List.of(domain("presstv.com"), domain("presstv.ir"), domain("other.com")),
            List.of(publishes("presstv.ir")),
            SOURCE);
    assertThat(claims)
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.from()).isEqualTo(EntityId.domain("presstv.com"));
              assertThat(claim.to()).isEqualTo(EntityId.domain("presstv.ir"));
              assertThat(claim.status()).isEqualTo(Status.PROPOSED);
            });
  }

  @Test
  void shouldNotProposeOutletsOwnSitesShortOrGenericLabelsOrPlatforms() {
    List<Claim> claims =
        ClaimFinder.find(
            List.of(domain("presstv.com"), domain("rt.de"), domain("news.org"), domain("vk.ru")),
            List.of(
                publishes("presstv.ir"),
                publishes("presstv.com"),
                publishes("rt.com"),
                publishes("news.com"),
                publishes("vk.com")),
            SOURCE);
    assertThat(claims).isEmpty();
  }

  @Test
  void shouldProposeARegistrantThatSharesItsDistinctiveWordsWithAnOutlet() {
    EntityId registrant =
        EntityId.indicator("registration/org", "Non-public joint stock company \"Tsargrad media\"");
    EntityId outlet = EntityId.outlet("RU", "tsargrad-tv");
    List<Claim> claims =
        ClaimFinder.find(
            List.of(
                Entity.of(
                    registrant,
                    "Non-public joint stock company \"Tsargrad media\"",
                    Map.of(Attribute.INDICATOR_KIND.key(), "registration/org")),
                Entity.of(outlet, "Tsargrad.tv", Map.of(Attribute.COMPANY.key(), "Tsargrad TV")),
                Entity.of(EntityId.organization("ru:media"), "Media Company LLC")),
            List.of(),
            SOURCE);
    assertThat(claims)
        .extracting(Claim::from, Claim::to)
        .containsExactly(tuple(registrant, outlet));
  }

  private static Entity domain(String host) {
    return Entity.of(EntityId.domain(host), host);
  }

  private static Link publishes(String host) {
    return Link.of(OUTLET, LinkType.PUBLISHES_ON, EntityId.domain(host), SOURCE, Basis.OBSERVED);
  }
}
